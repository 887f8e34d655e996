// `npm run rules -- COMMAND`: rules as code. Exit code 0 when all is well, 1 when problems were found, 2 when the
// command could not do its work.

import { parseArgs } from 'node:util';
import { UsageError, messageOf, runCommand } from './command';
import { backtest } from './rules/backtest';
import { pull, push } from './rules/exchange';
import { explainEvent } from './rules/explain-event';
import { lint } from './rules/lint';
import { plan } from './rules/plan';
import { testRules } from './rules/test-rules';
import type { ExitCode } from './command';

const USAGE = `npm run rules -- COMMAND
  lint FILE…                                           problems, with a path each
  test FILE…                                           run the tests inside rule sets
  explain --rules FILE --event FILE                    each rule's verdict for an event, and why
  plan --from FILE --to FILE                           what changed between two rule sets, in words
  backtest --rules FILE [--against FILE] --events FILE verdicts over recorded events (one JSON a line)
  pull --url URL FILE                                  export from a running host
  push --url URL FILE                                  import to a running host
  --json                                               print JSON alone (with npm run -s)`;

const DEFAULT_URL = 'http://127.0.0.1:8080';

type Values = Partial<Record<'rules' | 'event' | 'from' | 'to' | 'against' | 'events' | 'url', string>> & {
  readonly json: boolean;
  readonly help: boolean;
};

/** What each command needs of the command line, and what it then does. */
const COMMANDS: Readonly<Record<string, (files: readonly string[], values: Values) => Promise<ExitCode>>> = {
  lint: (files, { json }) => lint(atLeastOne(files), json),
  test: (files, { json }) => testRules(atLeastOne(files), json),
  explain: (_, { rules, event, json }) => explainEvent(named('rules', rules), named('event', event), json),
  plan: (_, { from, to, json }) => plan(named('from', from), named('to', to), json),
  backtest: (_, { rules, against, events, json }) => {
    const files = { rules: named('rules', rules), events: named('events', events) };
    return backtest(against === undefined ? files : { ...files, against }, json);
  },
  pull: (files, { url = DEFAULT_URL }) => pull(url, atLeastOne(files)[0]),
  push: (files, { url = DEFAULT_URL }) => push(url, atLeastOne(files)[0]),
};

async function main(): Promise<ExitCode> {
  const { values, positionals } = readArguments();
  const [command, ...files] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const run = command !== undefined && Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined) throw new UsageError(USAGE);
  return run(files, values);
}

function readArguments(): { values: Values; positionals: string[] } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        rules: text,
        event: text,
        from: text,
        to: text,
        against: text,
        events: text,
        url: text,
        json: flag,
        help: flag,
      },
    });
  } catch (cause) {
    throw new UsageError(`${messageOf(cause)}\n\n${USAGE}`, { cause });
  }
}

function atLeastOne(files: readonly string[]): readonly [string, ...string[]] {
  const [first, ...rest] = files;
  if (first === undefined) throw new UsageError(`Name a file.\n\n${USAGE}`);
  return [first, ...rest];
}

function named(option: string, value: string | undefined): string {
  if (value === undefined) throw new UsageError(`Name the file with --${option}.\n\n${USAGE}`);
  return value;
}

runCommand(main);
