import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalRule, canonicalRuleSet } from '../../../src/core/rules/canonical-rule-set';
import { diffRuleSets } from '../../../src/core/rules/diff-rule-sets';
import { parseRule, parseRuleSet } from '../../../src/core/rules/parse-rule-set';
import { ruleSetDocument } from './arbitrary-rule-set';
import { anAction, aRule, aRuleSet } from './a-rule';
import type { RuleSet } from '../../../src/core/rules/rule';

const RUNS = { seed: 20260302, numRuns: 200 };

function parsed(input: unknown): RuleSet {
  const result = parseRuleSet(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}

describe('canonicalRuleSet', () => {
  it('is read back as the same rule set', () => {
    fc.assert(
      fc.property(ruleSetDocument, (document) => {
        const ruleSet = parsed(document);
        expect(parsed(canonicalRuleSet(ruleSet))).toEqual(ruleSet);
        for (const rule of ruleSet.rules)
          expect(parseRule(canonicalRule(rule))).toEqual({ ok: true, value: rule });
      }),
      RUNS,
    );
  });

  it('is one text for one rule set, whatever the order of its keys', () => {
    fc.assert(
      fc.property(ruleSetDocument, (document) => {
        const text = canonicalRuleSet(parsed(document));
        expect(canonicalRuleSet(parsed(reversed(document)))).toBe(text);
        expect(canonicalRuleSet(parsed(text))).toBe(text);
      }),
      RUNS,
    );
  });

  it('differs for rule sets that differ, and only for those', () => {
    fc.assert(
      fc.property(ruleSetDocument, (document) => {
        const ruleSet = parsed(document);
        const { added, removed, changed } = diffRuleSets(ruleSet, parsed(canonicalRuleSet(ruleSet)));
        expect([added, removed, changed]).toEqual([[], [], []]);
      }),
      RUNS,
    );
  });

  it('has the keys in the order of the schema, and free JSON by the alphabet', () => {
    const rule = aRule({
      if: { '==': [{ var: 'a' }, { b: 1, a: 2 }] },
      then: [anAction({ with: { labels: ['x'], also: 1 } })],
    });
    expect(canonicalRuleSet(aRuleSet(rule))).toMatchInlineSnapshot(`
      "{
        "format": "rulewright",
        "version": 1,
        "rules": [
          {
            "id": "label-notes",
            "name": "Label notes",
            "state": "live",
            "priority": 100,
            "when": [
              "avi:confluence:created:page"
            ],
            "if": {
              "==": [
                {
                  "var": "a"
                },
                {
                  "a": 2,
                  "b": 1
                }
              ]
            },
            "then": [
              {
                "id": "label",
                "action": "label.add",
                "as": "app",
                "with": {
                  "also": 1,
                  "labels": [
                    "x"
                  ]
                },
                "onError": "stop"
              }
            ]
          }
        ]
      }
      "
    `);
  });
});
