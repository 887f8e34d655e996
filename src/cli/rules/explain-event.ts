// `rules -- explain --rules FILE --event FILE`: every rule's verdict for one event, the clauses that decided, and the
// actions as they would be rendered. Nothing is done.

import { judgePayload } from '../../core/runs/judge-payload';
import { UsageError, messageOf, readText } from '../command';
import { readRuleSet } from './read-rules';
import type { ExplainedClause } from '../../core/conditions/explain';
import type { JudgedRule } from '../../core/runs/judge-payload';
import type { ExitCode } from '../command';

export async function explainEvent(rulesFile: string, eventFile: string, json: boolean): Promise<ExitCode> {
  const { rules } = await readRuleSet(rulesFile);
  const verdicts = judgePayload(rules, await readPayload(eventFile), Date.now());
  console.log(json ? JSON.stringify({ verdicts }) : verdicts.map(describe).join('\n\n'));
  return 0;
}

async function readPayload(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readText(file));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`Failed to read "${file}": ${messageOf(cause)}.`, { cause });
  }
}

function describe({ rule, verdict, why, clauses, actions }: JudgedRule): string {
  return [
    `${rule}: ${verdict}`,
    `  ${why}`,
    ...(clauses === undefined ? [] : describeClause(clauses, 1)),
    ...actions.map(({ id, action, acts, words }) =>
      acts ? `  ${id} (${action}) would ${words}` : `  ${id} (${action}) would not act: ${words}`,
    ),
  ].join('\n');
}

function describeClause(clause: ExplainedClause, depth: number): string[] {
  const mark = clause.truth === true ? '✓' : clause.truth === false ? '✗' : '?';
  const note = clause.reached ? '' : ' (not reached)';
  const line = `${'  '.repeat(depth)}${mark} ${clause.found ?? clause.words}${note}`;
  return [line, ...clause.clauses.flatMap((inner) => describeClause(inner, depth + 1))];
}
