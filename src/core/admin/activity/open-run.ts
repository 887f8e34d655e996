// One run with what explains it: what each step did, the rule as it was then, and the chain that led to it.

import { readInWords } from '../../conditions/read-in-words';
import { fieldNames } from '../../events/field-names';
import { canonicalJson } from '../../rules/canonical-json';
import { answer, refuse } from '../answers';
import { lineOf, withoutBodies } from './without-bodies';
import type { Ports } from '../../ports';
import type { Rule } from '../../rules/rule';
import type { Run } from '../../runs/run';
import type { AdminResult } from '../api/result';

/** The rule of a run, in the version that ran. */
export interface RuleThen {
  readonly version: number;
  /** Whether it has not been changed since. */
  readonly isCurrent: boolean;
  /** The condition in words. */
  readonly condition: string;
  /** The whole rule as canonical JSON. */
  readonly json: string;
}

/** One rule of a chain. */
export interface ChainLink {
  readonly rule: string;
  /** Absent when the rule is gone. */
  readonly name?: string;
}

export interface OpenedRun {
  readonly run: Run;
  /** What each step does, by its id. */
  readonly lines: Readonly<Record<string, string>>;
  /** Absent when that version is no longer kept. */
  readonly ruleThen?: RuleThen;
  /** What rules did before this, the first at the root; empty when a person caused the event. */
  readonly chain: readonly ChainLink[];
  /** Key of the event at the root of the chain. */
  readonly root?: string;
}

/** The run of that id. */
export async function openRun(
  id: string,
  ports: Pick<Ports, 'runs' | 'rules' | 'history'>,
): Promise<AdminResult<OpenedRun>> {
  const run = await ports.runs.get(id);
  if (run === undefined) return refuse('not-found', `Failed to find the run "${id}": it is no longer kept.`);
  const path = run.cause?.path ?? [];
  const [ruleThen, chain] = await Promise.all([
    ruleOf(run, ports),
    Promise.all(path.map((rule) => linkOf(rule, ports))),
  ]);
  const lines = run.steps.flatMap((step) => {
    const line = lineOf(step);
    return line === undefined ? [] : [[step.id, line] as const];
  });
  return answer({
    run: withoutBodies(run),
    lines: Object.fromEntries(lines),
    chain,
    ...(ruleThen === undefined ? {} : { ruleThen }),
    ...(run.cause === undefined ? {} : { root: run.cause.root }),
  });
}

async function ruleOf(
  { rule, ruleVersion }: Run,
  { rules, history }: Pick<Ports, 'rules' | 'history'>,
): Promise<RuleThen | undefined> {
  const current = await rules.get(rule);
  if (current?.version === ruleVersion) return toRuleThen(current.rule, ruleVersion, true);
  const then = await history.version(rule, ruleVersion);
  return then === undefined ? undefined : toRuleThen(then.rule, ruleVersion, false);
}

function toRuleThen(rule: Rule, version: number, isCurrent: boolean): RuleThen {
  return {
    version,
    isCurrent,
    condition: readInWords(rule.if, fieldNames(rule.when)),
    json: canonicalJson(rule),
  };
}

async function linkOf(rule: string, { rules }: Pick<Ports, 'rules'>): Promise<ChainLink> {
  const stored = await rules.get(rule);
  return stored === undefined ? { rule } : { rule, name: stored.rule.name };
}
