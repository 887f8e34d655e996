// Reads a rule set that is to be imported, as far as it can be: rules with problems are set aside, each with its
// problems, and the rest is read as if they were not there. It must not look at the rules that are present.

import { checkRule } from '../rules/check-rule';
import { parseJsonText } from '../rules/json-text';
import { migrateRuleSet } from '../rules/migrate-rule-set';
import { parseRuleSet } from '../rules/parse-rule-set';
import { isJsonObject } from '../json';
import { ok } from '../result';
import type { Problem, Result } from '../result';
import type { RuleSet } from '../rules/rule';

/** A rule that cannot be imported. */
export interface InvalidRule {
  readonly id: string;
  readonly name: string;
  readonly problems: readonly Problem[];
}

export interface ReadImport {
  /** The rules without errors, and the tests that are about them alone. */
  readonly ruleSet: RuleSet;
  readonly invalid: readonly InvalidRule[];
  readonly warnings: readonly Problem[];
}

const RULE_PATH = /^rules\[(\d+)\]/;

/** Problems outside single rules refuse the whole set. */
export function readImport(text: string): Result<ReadImport> {
  const parsed = parseRuleSet(text);
  if (parsed.ok) return ok(judge(parsed.value, [...parsed.value.rules.keys()], parsed.value.rules, []));
  const document = documentOf(text);
  const broken = new Set(parsed.error.flatMap(({ path }) => RULE_PATH.exec(path)?.[1] ?? []).map(Number));
  if (document === undefined || !parsed.error.every(({ path }) => RULE_PATH.test(path) || isTest(path))) {
    return parsed;
  }
  const kept = [...document.rules.keys()].filter((index) => !broken.has(index));
  const rest = parseRuleSet(withoutRules(document, kept));
  if (!rest.ok) return parsed;
  return ok(judge(rest.value, kept, document.rules, parsed.error));
}

interface Document {
  readonly whole: Readonly<Record<string, unknown>>;
  readonly rules: readonly unknown[];
}

function documentOf(text: string): Document | undefined {
  const json = parseJsonText(text);
  const migrated = json.ok ? migrateRuleSet(json.value) : json;
  if (!migrated.ok || !isJsonObject(migrated.value)) return undefined;
  const rules: unknown = migrated.value['rules'];
  return Array.isArray(rules) ? { whole: migrated.value, rules } : undefined;
}

/** The document with these rules alone, and without tests that name others or are broken themselves. */
function withoutRules({ whole, rules }: Document, kept: readonly number[]): unknown {
  const ids = new Set(kept.map((index) => nameOf(rules[index], 'id')));
  const tests: unknown = whole['tests'];
  const about = (test: unknown) =>
    isJsonObject(test) &&
    Array.isArray(test['expect']) &&
    test['expect'].every((each) => ids.has(nameOf(each, 'rule')));
  return {
    ...whole,
    rules: kept.map((index) => rules[index]),
    ...(Array.isArray(tests) ? { tests: tests.filter(about) } : {}),
  };
}

/** Sets aside what has errors; `positions` says where in the text each rule of the set stands. */
function judge(
  ruleSet: RuleSet,
  positions: readonly number[],
  all: readonly unknown[],
  found: readonly Problem[],
): ReadImport {
  const checked = ruleSet.rules.flatMap((rule, index) =>
    checkRule(rule).map((problem) => ({
      ...problem,
      path: `rules[${positions[index] ?? index}].${problem.path}`,
    })),
  );
  const errors = [...found, ...checked].filter(({ level }) => level === 'error');
  const broken = new Map<number, Problem[]>();
  for (const problem of errors) {
    const position = Number(RULE_PATH.exec(problem.path)?.[1] ?? -1);
    if (position >= 0) broken.set(position, [...(broken.get(position) ?? []), problem]);
  }
  const rules = ruleSet.rules.filter((_, index) => !broken.has(positions[index] ?? -1));
  const ids = new Set(rules.map(({ id }) => id));
  const tests = (ruleSet.tests ?? []).filter(({ expect }) => expect.every(({ rule }) => ids.has(rule)));
  return {
    ruleSet: { ...ruleSet, rules, ...(ruleSet.tests === undefined ? {} : { tests }) },
    invalid: [...broken]
      .sort(([a], [b]) => a - b)
      .map(([position, problems]) => ({
        id: nameOf(all[position], 'id') ?? `rules[${position}]`,
        name: nameOf(all[position], 'name') ?? `rules[${position}]`,
        problems,
      })),
    warnings: checked.filter(({ level }) => level === 'warning'),
  };
}

function isTest(path: string): boolean {
  return path.startsWith('tests[');
}

function nameOf(value: unknown, key: 'id' | 'name' | 'rule'): string | undefined {
  const name = isJsonObject(value) ? value[key] : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
