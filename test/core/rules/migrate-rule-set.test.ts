import { describe, expect, it } from 'vitest';
import { migrateRuleSet } from '../../../src/core/rules/migrate-rule-set';
import { parseRuleSet } from '../../../src/core/rules/parse-rule-set';

/** Two steps as later versions could have them: a key renamed, then a key added. */
const MIGRATIONS = {
  1: ({ rules, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, automations: rules }),
  2: (document: Readonly<Record<string, unknown>>) => ({ ...document, added: true }),
};

describe('migrateRuleSet', () => {
  it('brings a document up to date, a version at a time', () => {
    expect(migrateRuleSet({ version: 1, rules: [] }, MIGRATIONS, 3)).toEqual({
      ok: true,
      value: { version: 3, automations: [], added: true },
    });
    expect(migrateRuleSet({ version: 2 }, MIGRATIONS, 3)).toEqual({
      ok: true,
      value: { version: 3, added: true },
    });
    expect(migrateRuleSet({ version: 3 }, MIGRATIONS, 3)).toEqual({ ok: true, value: { version: 3 } });
  });

  it('refuses a document of a later version by name', () => {
    expect(parseRuleSet({ format: 'rulewright', version: 2, rules: [] })).toEqual({
      ok: false,
      error: [
        {
          path: 'version',
          level: 'error',
          message:
            'expected at most 1, got 2: a later version of the app wrote this. Update the app and try again',
        },
      ],
    });
  });

  it.each([[{}], [{ version: '1' }], [{ version: 0 }], [{ version: 0.5 }], [[]], [null], ['x']])(
    'leaves %j for the parser to refuse',
    (document) => {
      expect(migrateRuleSet(document)).toEqual({ ok: true, value: document });
      expect(parseRuleSet(document).ok).toBe(false);
    },
  );
});
