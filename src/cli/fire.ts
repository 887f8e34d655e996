// `npm run fire`: delivers an event to a running host and prints what happened. Exit code 0 when everything came to
// rest, 1 when a run failed or did not come to rest, 2 when the event could not be delivered.

import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { UsageError, messageOf, postToHost, readText, runCommand } from './command';
import type { ExitCode } from './command';

const USAGE = `npm run fire -- FILE.json [options]
  FILE.json     the event as Confluence sends it; - reads it from standard input
  --url URL     the running host (default http://127.0.0.1:8080)
  --json        print JSON alone (with npm run -s)
  --timeout S   longest wait, in seconds (default 30)
  --clock auto  let the host's clock jump over retry delays
  --help`;

const DEFAULT_URL = 'http://127.0.0.1:8080';
/** Added to the host's own limit before the connection is given up. */
const GRACE_SECONDS = 5;

const ReportSchema = v.looseObject({
  eventKey: v.string(),
  verdicts: v.array(v.looseObject({ rule: v.string(), verdict: v.string(), why: v.optional(v.string()) })),
  runs: v.array(
    v.looseObject({
      rule: v.string(),
      outcome: v.string(),
      steps: v.array(
        v.looseObject({
          id: v.string(),
          action: v.string(),
          as: v.unknown(),
          outcome: v.string(),
          attempts: v.number(),
          reason: v.optional(v.string()),
        }),
      ),
    }),
  ),
  deliveries: v.array(v.looseObject({ trigger: v.string(), status: v.string(), attempts: v.number() })),
  atRest: v.boolean(),
});
type Report = v.InferOutput<typeof ReportSchema>;

async function main(): Promise<ExitCode> {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(`Name one file.\n\n${USAGE}`);
  if (values.clock !== undefined && values.clock !== 'auto')
    throw new UsageError('--clock knows only "auto".');
  const timeoutSeconds = Number(values.timeout);
  if (!(timeoutSeconds >= 0))
    throw new UsageError(`--timeout is a number of seconds, not "${values.timeout}".`);

  const report = await fire(values.url, {
    payload: await readPayload(file),
    timeoutSeconds,
    ...(values.clock === undefined ? {} : { clock: values.clock }),
  });
  console.log(values.json ? JSON.stringify(report) : describe(report));
  return report.atRest && report.runs.every(({ outcome }) => outcome !== 'failed') ? 0 : 1;
}

function readArguments(): {
  values: { url: string; json: boolean; timeout: string; clock?: string; help: boolean };
  positionals: string[];
} {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string', default: DEFAULT_URL },
        json: { type: 'boolean', default: false },
        timeout: { type: 'string', default: '30' },
        clock: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new UsageError(`${messageOf(cause)}\n\n${USAGE}`, { cause });
  }
}

async function readPayload(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`Failed to read "${file}": it is not JSON. Correct it.`, { cause });
  }
}

async function fire(
  url: string,
  body: { readonly timeoutSeconds: number; readonly payload: unknown },
): Promise<Report> {
  const answer = await postToHost(url, '/_host/api/fire', body, (body.timeoutSeconds + GRACE_SECONDS) * 1000);
  const parsed = v.safeParse(ReportSchema, answer);
  if (!parsed.success)
    throw new UsageError(`Failed to read the answer of ${url}: it is not a Rulewright host.`);
  return parsed.output;
}

function describe({ eventKey, verdicts, runs, deliveries, atRest }: Report): string {
  const lines = [`Event ${eventKey}`];
  if (deliveries.length === 0) lines.push('  No trigger of the manifest names this event.');
  for (const { trigger, status, attempts } of deliveries)
    lines.push(`  ${trigger}: ${status}, ${count(attempts, 'attempt')}`);
  lines.push('', verdicts.length === 0 ? 'There are no rules.' : 'Verdicts');
  for (const { rule, verdict, why } of verdicts)
    lines.push(`  ${rule}: ${verdict}${why === undefined ? '' : ` (${why})`}`);
  if (runs.length > 0) lines.push('', 'Runs');
  for (const { rule, outcome, steps } of runs) {
    lines.push(`  ${rule}: ${outcome}`);
    for (const step of steps) {
      const as = typeof step.as === 'string' ? step.as : JSON.stringify(step.as);
      const reason = step.reason === undefined ? '' : ` — ${step.reason}`;
      lines.push(
        `    ${step.id} (${step.action} as ${as}): ${step.outcome}, ${count(step.attempts, 'attempt')}${reason}`,
      );
    }
  }
  if (!atRest)
    lines.push(
      '',
      'Not everything has come to rest yet. Wait longer with --timeout, or jump with --clock auto.',
    );
  return lines.join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

runCommand(main);
