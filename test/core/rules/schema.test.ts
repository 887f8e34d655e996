import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { renderRuleSchema, ruleSetJsonSchema } from '../../../tools/render-rule-schema';
import { parseRuleSet } from '../../../src/core/rules/parse-rule-set';

const RULES = join(import.meta.dirname, '../../../rules');

const validate = new Ajv({ strict: false }).compile(ruleSetJsonSchema() as object);

function setWith(rule: Readonly<Record<string, unknown>>): unknown {
  const valid = {
    id: 'a',
    name: 'A',
    when: ['*'],
    then: [{ id: 'label', action: 'label.add', with: { labels: ['x'] } }],
  };
  return {
    $schema: './ruleset.schema.json',
    format: 'rulewright',
    version: 1,
    rules: [{ ...valid, ...rule }],
  };
}

describe('rules/ruleset.schema.json', () => {
  it('is current; `npm run schema` writes it', async () => {
    expect(readFileSync(join(RULES, 'ruleset.schema.json'), 'utf8')).toBe(await renderRuleSchema());
  });

  it('accepts the demo', () => {
    const demo: unknown = JSON.parse(readFileSync(join(RULES, 'demo.json'), 'utf8'));
    expect(validate(demo) ? [] : validate.errors).toEqual([]);
  });

  it.each([
    {},
    { if: { and: [{ '==': [{ var: 'content.title' }, 'x'] }, true] } },
    { when: ['avi:confluence:created:page'], state: 'live', scope: { spaces: ['ENG'] } },
    {
      then: [
        {
          id: 'c',
          action: 'comment.add',
          as: { accountId: 'u' },
          with: { body: 'x' },
          retry: { attempts: 3 },
        },
      ],
    },
  ])('accepts what the parser accepts: %j', (rule) => {
    expect(parseRuleSet(setWith(rule)).ok).toBe(true);
    expect(validate(setWith(rule)) ? [] : validate.errors).toEqual([]);
  });

  it.each([
    { id: 'A b' },
    { name: '' },
    { evnts: [] },
    { state: 'on' },
    { priority: -1 },
    { when: [] },
    { then: [] },
    { then: [{ id: 'c', action: 'comment.ad', with: {} }] },
    { then: [{ id: 'c', action: 'comment.add', with: { labels: ['x'] } }] },
    { then: [{ id: 'c', action: 'comment.add', as: 'admin', with: { body: 'x' } }] },
    { scope: { space: ['ENG'] } },
  ])('refuses what the parser refuses: %j', (rule) => {
    expect(parseRuleSet(setWith(rule)).ok).toBe(false);
    expect(validate(setWith(rule))).toBe(false);
  });
});
