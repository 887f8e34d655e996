// `rules -- backtest --rules FILE [--against FILE] --events FILE.ndjson`: verdicts over recorded events, one JSON
// payload a line, and how two rule sets differ on them. Events are streamed; nothing is done.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { BACKTEST_CHANGES, compareVerdicts } from '../../core/rules/backtest';
import { judgePayload } from '../../core/runs/judge-payload';
import { UsageError, messageOf } from '../command';
import { readRuleSet } from './read-rules';
import type { BacktestChange } from '../../core/rules/backtest';
import type { ExitCode } from '../command';

interface Difference {
  readonly event: number;
  readonly rule: string;
  readonly change: BacktestChange;
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
    if (against !== undefined) {
      const changes = compareVerdicts(judgePayload(against, payload, nowMs), judged);
      differences.push(...changes.map(({ rule, change }) => ({ event: events, rule, change })));
    }
    if (events % PROGRESS_EVERY === 0) console.error(`${events} events …`);
  }
  const verdicts = Object.fromEntries(counts);
  if (json)
    console.log(JSON.stringify({ events, verdicts, ...(against === undefined ? {} : { differences }) }));
  else print(events, verdicts, against === undefined ? undefined : differences);
  return 0;
}

/** The payloads in a file of lines; `-` is standard input. */
async function* readEvents(file: string): AsyncGenerator {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
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
  for (const change of BACKTEST_CHANGES) {
    const own = differences.filter((difference) => difference.change === change);
    console.log(`${change.replace('-', ' ')}: ${own.length}`);
    for (const { event, rule } of own) console.log(`  event ${event}: ${rule}`);
  }
}
