// `rules -- backtest --rules FILE [--against FILE] --events FILE.ndjson`: verdicts over recorded events, one JSON
// payload a line, and how two rule sets differ on them. Events are streamed; nothing is done.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { judgePayload } from '../../core/runs/judge-payload';
import { UsageError, messageOf } from '../command';
import { readRuleSet } from './read-rules';
import type { Rule } from '../../core/rules/rule';
import type { JudgedRule } from '../../core/runs/judge-payload';
import type { ExitCode } from '../command';

/** How two rule sets differ on one event and rule. */
export type Change = 'newly-acts' | 'stops-acting' | 'acts-differently';

interface Difference {
  readonly event: number;
  readonly rule: string;
  readonly change: Change;
}

/** Events between two lines of progress. */
const PROGRESS_EVERY = 10_000;

export async function backtest(
  files: { readonly rules: string; readonly against?: string; readonly events: string },
  json: boolean,
): Promise<ExitCode> {
  const { rules } = await readRuleSet(files.rules);
  const against = files.against === undefined ? undefined : (await readRuleSet(files.against)).rules;
  const nowMs = Date.now();
  const counts = new Map<string, Record<string, number>>();
  const differences: Difference[] = [];
  let events = 0;
  for await (const payload of readEvents(files.events)) {
    events += 1;
    const judged = judgePayload(rules, payload, nowMs);
    for (const { rule, verdict } of judged) {
      const own = counts.get(rule) ?? {};
      own[verdict] = (own[verdict] ?? 0) + 1;
      counts.set(rule, own);
    }
    if (against !== undefined)
      differences.push(...compare(events, judged, judgeOld(against, payload, nowMs)));
    if (events % PROGRESS_EVERY === 0) console.error(`${events} events …`);
  }
  const verdicts = Object.fromEntries(counts);
  if (json)
    console.log(JSON.stringify({ events, verdicts, ...(against === undefined ? {} : { differences }) }));
  else print(events, verdicts, against === undefined ? undefined : differences);
  return 0;
}

function judgeOld(rules: readonly Rule[], payload: unknown, nowMs: number): ReadonlyMap<string, JudgedRule> {
  return new Map(judgePayload(rules, payload, nowMs).map((judged) => [judged.rule, judged]));
}

/** What the new rules do otherwise than the old ones; a rule that is in only one set does nothing in the other. */
function compare(
  event: number,
  judged: readonly JudgedRule[],
  old: ReadonlyMap<string, JudgedRule>,
): Difference[] {
  const now = new Map(judged.map((each) => [each.rule, each]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((rule) => {
    const after = actionsOf(now.get(rule));
    const before = actionsOf(old.get(rule));
    if (after === before) return [];
    const change =
      before === undefined ? 'newly-acts' : after === undefined ? 'stops-acting' : 'acts-differently';
    return [{ event, rule, change }];
  });
}

/** All that the rule would do, as one text; undefined when it does not act. */
function actionsOf(judged: JudgedRule | undefined): string | undefined {
  return judged?.verdict === 'acts' ? JSON.stringify(judged.actions) : undefined;
}

async function* readEvents(file: string): AsyncGenerator {
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() !== '') yield JSON.parse(text);
    }
  } catch (cause) {
    throw new UsageError(`Failed to read "${file}", line ${line}: ${messageOf(cause)}.`, { cause });
  }
}

function print(
  events: number,
  verdicts: Readonly<Record<string, Readonly<Record<string, number>>>>,
  differences: readonly Difference[] | undefined,
): void {
  console.log(`${events} event${events === 1 ? '' : 's'}`);
  for (const [rule, counts] of Object.entries(verdicts)) {
    console.log(
      `  ${rule}: ${Object.entries(counts)
        .map(([verdict, count]) => `${verdict} ${count}`)
        .join(', ')}`,
    );
  }
  if (differences === undefined) return;
  for (const change of ['newly-acts', 'stops-acting', 'acts-differently'] as const) {
    const own = differences.filter((difference) => difference.change === change);
    console.log(`${change.replace('-', ' ')}: ${own.length}`);
    for (const { event, rule } of own) console.log(`  event ${event}: ${rule}`);
  }
}
