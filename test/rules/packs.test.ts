// The packs that ship with the app: each is read, checked and executed, and each rule is shown to act and not to act.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalRuleSet } from '../../src/core/rules/canonical-rule-set';
import { checkRule } from '../../src/core/rules/check-rule';
import { parseRuleSet } from '../../src/core/rules/parse-rule-set';
import { runRuleTests } from '../../src/core/rules/run-rule-tests';
import type { RuleSet } from '../../src/core/rules/rule';

const FOLDER = join(import.meta.dirname, '../../rules');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== 'ruleset.schema.json');

/** When the packs' tests take place; their dates are far from it on both sides. */
const NOW_MS = Date.parse('2026-01-05T10:00:00.000Z');

function read(file: string): RuleSet {
  const parsed = parseRuleSet(readFileSync(join(FOLDER, file), 'utf8'));
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

describe('packs', () => {
  it('are fifteen at least, beside the demo', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(16);
  });

  it('have ids that no other pack uses', () => {
    const ids = FILES.flatMap((file) => read(file).rules.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  describe.each(FILES)('%s', (file) => {
    it('says what it is for', () => {
      const { name, description, rules } = read(file);
      expect([name, description, ...rules.map((rule) => rule.description)]).not.toContain(undefined);
    });

    it('has no problem, not even a warning', () => {
      expect(read(file).rules.flatMap(checkRule)).toEqual([]);
    });

    it('passes its own tests', () => {
      const results = runRuleTests(read(file), NOW_MS);
      expect(results.filter(({ ok }) => !ok)).toEqual([]);
    });

    it('shows every rule acting, and the pack not acting', () => {
      const { rules, tests = [] } = read(file);
      const expected = tests.flatMap(({ expect: all }) => all);
      const acting = new Set(expected.filter(({ verdict }) => verdict === 'acts').map(({ rule }) => rule));
      expect(rules.map(({ id }) => id).filter((id) => !acting.has(id))).toEqual([]);
      expect(expected.some(({ verdict }) => verdict !== 'acts')).toBe(true);
    });

    it('comes back unchanged from its canonical form', () => {
      const ruleSet = read(file);
      const again = parseRuleSet(canonicalRuleSet(ruleSet));
      expect(again).toEqual({ ok: true, value: ruleSet });
    });
  });
});
