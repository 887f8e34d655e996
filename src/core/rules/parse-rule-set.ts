// Reads rules and rule sets from outside: text or data in, a rule set or every problem with its path out.
// It must not judge what a rule means; check-rule.ts does.

import * as v from 'valibot';
import { ACTION_KINDS, ACTIONS, isActionKind } from '../actions/index';
import { parseCondition } from '../conditions/parse-condition';
import { nearestWord } from '../conditions/nearest-word';
import { isJsonObject } from '../json';
import { jsonBytes } from '../json-bytes';
import { err, ok } from '../result';
import { VERDICTS } from '../runs/verdict';
import { explainBySchema, unknownWord } from './explain-schema';
import { joinPath, parseJsonText } from './json-text';
import { migrateRuleSet } from './migrate-rule-set';
import { findHazards } from './find-hazards';
import { RULE_LIMITS, RuleSchema, RuleSetSchema } from './rule';
import type { ActionKind } from '../actions/index';
import type { Problem, Result } from '../result';
import type { Synonyms } from './explain-schema';
import type { Rule, RuleSet } from './rule';

const SYNONYMS: Synonyms = {
  events: 'when',
  event: 'when',
  trigger: 'when',
  triggers: 'when',
  condition: 'if',
  conditions: 'if',
  filter: 'if',
  actions: 'then',
  steps: 'then',
  title: 'name',
  status: 'state',
  parameters: 'with',
  params: 'with',
  identity: 'as',
  runAs: 'as',
  type: 'action',
  kind: 'action',
  retries: 'retry',
};

/** Reads a rule set: JSON text, or a value that JSON text gave. Earlier versions of the format are brought up to date. */
export function parseRuleSet(input: unknown): Result<RuleSet> {
  const document = read(input, RULE_LIMITS.MAX_RULE_SET_LENGTH);
  if (!document.ok) return document;
  const migrated = migrateRuleSet(document.value);
  if (!migrated.ok) return migrated;
  const problems = [
    ...explainBySchema(RuleSetSchema, migrated.value, '', SYNONYMS),
    ...explainRules(migrated.value),
    ...explainTests(migrated.value),
  ];
  return problems.length > 0 ? err(problems) : ok(v.parse(RuleSetSchema, migrated.value));
}

/** Reads one rule; paths are relative to it (`then[0].with.labels`). */
export function parseRule(input: unknown): Result<Rule> {
  const document = read(input, RULE_LIMITS.MAX_RULE_BYTES);
  if (!document.ok) return document;
  const problems = [
    ...explainBySchema(RuleSchema, document.value, '', SYNONYMS),
    ...explainRule(document.value, ''),
  ];
  return problems.length > 0 ? err(problems) : ok(v.parse(RuleSchema, document.value));
}

function read(input: unknown, maxLength: number): Result<unknown> {
  if (typeof input !== 'string') return checked(input);
  if (input.length > maxLength) {
    const message = `expected at most ${maxLength} characters, got ${input.length}`;
    return err([{ path: '', level: 'error', message }]);
  }
  const parsed = parseJsonText(input);
  return parsed.ok ? checked(parsed.value) : parsed;
}

/** What would endanger the readers behind is refused before they read. */
function checked(value: unknown): Result<unknown> {
  const hazards = findHazards(value);
  return hazards.length > 0 ? err(hazards) : ok(value);
}

function explainRules(document: unknown): readonly Problem[] {
  const rules = listAt(document, 'rules');
  return rules
    .flatMap((rule, index) => explainRule(rule, `rules[${index}]`))
    .concat(duplicates(rules, 'rules'));
}

/** What the schema cannot say of a rule: its size, its condition, and the parameters that each kind of action takes. */
function explainRule(rule: unknown, path: string): readonly Problem[] {
  if (!isJsonObject(rule)) return [];
  const actions = listAt(rule, 'then');
  const at = joinPath(path, 'then');
  return [
    ...explainSize(rule, path),
    ...explainCondition(rule, path),
    ...actions.flatMap((action, index) => explainAction(action, joinPath(at, index))),
    ...duplicates(actions, at),
  ];
}

function explainSize(rule: object, path: string): readonly Problem[] {
  const bytes = jsonBytes(rule);
  if (bytes <= RULE_LIMITS.MAX_RULE_BYTES) return [];
  const message = `expected a rule of at most ${RULE_LIMITS.MAX_RULE_BYTES} bytes of JSON, got ${bytes}`;
  return [{ path, level: 'error', message }];
}

function explainCondition(rule: Readonly<Record<string, unknown>>, path: string): readonly Problem[] {
  if (!Object.hasOwn(rule, 'if')) return [];
  const parsed = parseCondition(rule['if'], joinPath(path, 'if'));
  return parsed.ok ? [] : parsed.error;
}

function explainAction(action: unknown, path: string): readonly Problem[] {
  if (!isJsonObject(action) || typeof action['action'] !== 'string') return [];
  const kind = action['action'];
  if (!isActionKind(kind)) {
    const message = `there is no action of the kind "${kind}"`;
    return [unknownWord(message, joinPath(path, 'action'), nearestWord(kind, ACTION_KINDS))];
  }
  const at = joinPath(path, 'with');
  const parameters = action['with'] ?? {};
  return [
    ...explainBySchema(ACTIONS[kind].parameters, parameters, at),
    ...explainInside(kind, parameters, at),
  ];
}

/** What the schema of a kind cannot say of the logic and the actions among its parameters. */
function explainInside(kind: ActionKind, parameters: unknown, path: string): readonly Problem[] {
  if (!isJsonObject(parameters)) return [];
  if (kind === 'flow.stop') return explainCondition(parameters, path);
  if (kind !== 'forEach') return [];
  const nested = listAt(parameters, 'then');
  const at = joinPath(path, 'then');
  return [
    ...nested.flatMap((action, index) => explainAction(action, joinPath(at, index))),
    ...duplicates(nested, at),
  ];
}

function explainTests(document: unknown): readonly Problem[] {
  const ids = listAt(document, 'rules').flatMap((rule) => idOf(rule) ?? []);
  return listAt(document, 'tests').flatMap((test, index) =>
    listAt(test, 'expect').flatMap((expectation, at) =>
      explainExpectation(expectation, `tests[${index}].expect[${at}]`, ids),
    ),
  );
}

function explainExpectation(expectation: unknown, path: string, ids: readonly string[]): readonly Problem[] {
  if (!isJsonObject(expectation)) return [];
  const { rule, verdict } = expectation;
  const problems: Problem[] = [];
  if (typeof rule === 'string' && !ids.includes(rule)) {
    problems.push(
      unknownWord(`there is no rule "${rule}" in this set`, joinPath(path, 'rule'), nearestWord(rule, ids)),
    );
  }
  if (typeof verdict === 'string' && !VERDICTS.some((known) => known === verdict)) {
    const message = `"${verdict}" is not a verdict; verdicts are ${VERDICTS.join(', ')}`;
    problems.push(unknownWord(message, joinPath(path, 'verdict'), nearestWord(verdict, VERDICTS)));
  }
  return problems;
}

function duplicates(items: readonly unknown[], path: string): readonly Problem[] {
  const first = new Map<string, number>();
  return items.flatMap((item, index): readonly Problem[] => {
    const id = idOf(item);
    if (id === undefined) return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const message = `the id "${id}" is used already, at ${joinPath(path, earlier)}; every id is used once`;
    return [{ path: `${joinPath(path, index)}.id`, level: 'error', message }];
  });
}

function idOf(item: unknown): string | undefined {
  const id = isJsonObject(item) ? item['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list: unknown = isJsonObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
}
