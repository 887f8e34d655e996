import { describe, expect, it } from 'vitest';
import { FACTS, TEMPLATES } from './handwritten-templates';
import { generateTemplate } from './generate-template';
import { oracle } from './handlebars-oracle';
import { rendered } from './render';

const GENERATED = 2500;

/** What a reader of the document sees: both sides escape the same characters, in different spellings. */
function unescaped(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_all, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex === '' ? 10 : 16)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Both renderings, with the template, so that a difference shows where it comes from. */
function compare(text: string, markup: 'storage' | 'text'): { ours: unknown; handlebars: unknown } {
  const ours = unescaped(rendered(text, FACTS, { mode: markup }));
  return {
    ours: { text, output: ours },
    handlebars: { text, output: unescaped(oracle(text, FACTS, markup)) },
  };
}

describe('templates mean what Handlebars says', () => {
  it(`in ${TEMPLATES.length} templates written by hand, as plain text and as storage format`, () => {
    for (const text of TEMPLATES) {
      for (const markup of ['text', 'storage'] as const) {
        const { ours, handlebars } = compare(text, markup);
        expect(ours).toEqual(handlebars);
      }
    }
  });

  it(`in ${GENERATED} generated templates`, () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= GENERATED; seed++) {
      const { ours, handlebars } = compare(generateTemplate(seed), 'text');
      expect(ours).toEqual(handlebars);
      seen.add(JSON.stringify(ours));
    }
    // A generator that repeats itself would prove little.
    expect(seen.size).toBeGreaterThan(GENERATED * 0.8);
  });
});
