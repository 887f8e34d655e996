import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPath, parseJsonText } from '../../../src/core/rules/json-text';

function problem(text: string): string | undefined {
  const parsed = parseJsonText(text);
  return parsed.ok
    ? undefined
    : parsed.error.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('\n');
}

describe('parseJsonText', () => {
  it.each([
    ['', 'line 1, column 1: expected a value, got the end of the text'],
    ['{', 'line 1, column 2: expected a key in double quotes, got the end of the text'],
    ['{"a": 1,}', 'line 1, column 9: expected a key in double quotes, got `}`'],
    ['{a: 1}', 'line 1, column 2: expected a key in double quotes, got `a`'],
    ["{'a': 1}", "line 1, column 2: expected a key in double quotes, got `'`"],
    ['{"a" 1}', 'line 1, column 6: expected a colon after the key, got `1`'],
    ['[1 2]', 'line 1, column 4: expected a comma or `]`, got `2`'],
    ['[1,\n  ]', 'line 2, column 3: expected a value, got `]`'],
    ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3: expected a comma or `}`, got `"`'],
    ['"a', 'line 1, column 1: expected a text that ends with a double quote on the same line, got `"`'],
    ['"a\nb"', 'line 1, column 1: expected a text that ends with a double quote on the same line, got `"`'],
    ['"\\x"', 'line 1, column 1: expected a text that ends with a double quote on the same line, got `"`'],
    ['nul', 'line 1, column 1: expected a value, got `n`'],
    ['[NaN]', 'line 1, column 2: expected a value, got `N`'],
    ['01', 'line 1, column 2: expected the end of the document, got `1`'],
    ['{} {}', 'line 1, column 4: expected the end of the document, got `{`'],
    ['// note\n{}', 'line 1, column 1: expected a value, got `/`'],
    [
      `${'['.repeat(100)}${']'.repeat(100)}`,
      'line 1, column 65: expected at most 64 levels of lists and objects, got `[`',
    ],
    ['{"a": {"b": 1, "b": 2}}', 'a.b: line 1, column 16: the key "b" stands twice in this object'],
    [
      '[{"a": 1, "\\u0061": 2}, {"a": 1, "a": 2}]',
      '[0].a: line 1, column 11: the key "a" stands twice in this object\n[1].a: line 1, column 34: the key "a" stands twice in this object',
    ],
  ])('says where %j is wrong', (text, message) => {
    expect(problem(text)).toBe(message);
  });

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseJsonText(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
      { seed: 20260303, numRuns: 500 },
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-',
      '0',
      '1e',
      '.5',
      'true',
      'nul',
      ' ',
      '\n',
      '"',
      '\\',
      '\u0001',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const accepted = problem(text) === undefined;
        const isTwice = problem(text)?.includes('stands twice') === true;
        if (!isTwice) expect({ text, accepted }).toEqual({ text, accepted: isJson(text) });
      }),
      { seed: 20260304, numRuns: 5000 },
    );
  });

  it('reads ten million characters in seconds', () => {
    const text = JSON.stringify(
      Array.from({ length: 200_000 }, (_, index) => ({ id: index, name: 'a rule with a name' })),
    );
    const startedMs = performance.now();
    expect(parseJsonText(text).ok).toBe(true);
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });
});

describe('joinPath', () => {
  it('quotes what is no plain word', () => {
    expect(['then', 0, 'with', 'a b', 'x-y', '0', '=='].reduce<string>(joinPath, '')).toBe(
      'then[0].with["a b"].x-y["0"]["=="]',
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
