// The workload's rules for json-rules-engine: one engine for each event type, which is many times faster than one for
// all, and one operator for each kind of leaf. Its `run` is asynchronous.

import { Engine } from 'json-rules-engine';
import { byEventType } from './contenders';
import { wholeCondition } from './workload';
import type { NestedCondition, TopLevelCondition } from 'json-rules-engine';
import type { ParsedEvent } from '../../src/core/events/event';
import type { StoredRule } from '../../src/core/rules/rule';
import type { Prepared } from './contenders';

/** Every read is of the one fact `facts`, by path; a missing field is undefined. */
export function prepareRulesEngine(rules: readonly StoredRule[]): Prepared {
  const engines = new Map(
    [...byEventType(rules, wholeCondition)].map(([type, entries]) => {
      const engine = createEngine();
      for (const [position, condition] of entries) {
        engine.addRule({ conditions: asTopLevel(toCondition(condition)), event: { type: String(position) } });
      }
      return [type, { engine, order: new Map(entries.map(([position], index) => [position, index])) }];
    }),
  );
  return {
    match: async ({ type, facts }: ParsedEvent) => {
      const found = engines.get(type) ?? engines.get('*');
      if (found === undefined) return [];
      const { events } = await found.engine.run({ facts });
      const positions = events.map((event) => Number(event.type));
      return positions.sort((a, b) => (found.order.get(a) ?? 0) - (found.order.get(b) ?? 0));
    },
    positions: (matched) => matched as readonly number[],
  };
}

function createEngine(): Engine {
  const engine = new Engine([], {
    allowUndefinedFacts: true,
    pathResolver: (value, path) =>
      path
        .split('.')
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value),
  });
  engine.addOperator<string, string>('startsWith', (text, start) => text?.startsWith(start) ?? false);
  engine.addOperator<string, string>('endsWith', (text, end) => text?.endsWith(end) ?? false);
  engine.addOperator<string, string>('containsText', (text, part) => text?.includes(part) ?? false);
  engine.addOperator<readonly { readonly name: string }[], string>(
    'hasLabel',
    (labels, name) => labels?.some((label) => label.name === name) ?? false,
  );
  engine.addOperator<number, number>('above', (size, limit) => size > limit);
  engine.addOperator('always', () => true);
  return engine;
}

function asTopLevel(condition: NestedCondition): TopLevelCondition {
  return 'all' in condition || 'any' in condition || 'not' in condition ? condition : { all: [condition] };
}

function toCondition(logic: unknown): NestedCondition {
  if (logic === true) return test('event.type', 'always', true);
  const [[operator, given] = ['', undefined]] = Object.entries(logic as object);
  const args = (Array.isArray(given) ? given : [given]) as readonly any[];
  const [a, b] = args;
  switch (operator) {
    case 'and':
      return { all: args.map(toCondition) };
    case 'or':
      return { any: args.map(toCondition) };
    case '!':
      return { not: toCondition(a) };
    case '==':
      if (a.substr === undefined) return test(pathOf(a), 'equal', b);
      return test(pathOf(a.substr[0]), a.substr[1] < 0 ? 'endsWith' : 'startsWith', b);
    case '!=':
      return test(pathOf(a), 'notEqual', b);
    case '>':
      return test(pathOf(a), 'above', b);
    case 'some':
      return test(pathOf(a), 'hasLabel', b['=='][1]);
    case 'in':
      return Array.isArray(b) ? test(pathOf(a), 'in', b) : test(pathOf(b), 'containsText', a);
    default:
      throw new Error(
        `Failed to translate a condition: no operator for "${operator}". Add it to rules-engine.ts.`,
      );
  }
}

function pathOf(read: { readonly var: string | readonly string[] }): string {
  return typeof read.var === 'string' ? read.var : (read.var[0] ?? '');
}

function test(path: string, operator: string, value: unknown): NestedCondition {
  return { fact: 'facts', path, operator, value };
}
