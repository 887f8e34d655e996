import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../src/core/templates/parse-template';
import { renderTemplate } from '../../../src/core/templates/render-template';
import { TEMPLATE_LIMITS } from '../../../src/core/templates/template';
import { NOW_MS } from './handlebars-oracle';
import type { Facts } from '../../../src/core/events/event';

const TEN = Array.from({ length: 10 }, (_, index) => index);

/** What a hostile template may cost until it is refused. */
const MOST_MS = 500;

interface Outcome {
  readonly failure: string;
  readonly elapsedMs: number;
}

/** The outcome of parsing and rendering, and how long both took: the best of three, for others share the machine. */
function attempt(text: string, facts: Facts): Outcome {
  const outcomes = [1, 2, 3].map(() => attemptOnce(text, facts));
  return outcomes.reduce((best, each) => (each.elapsedMs < best.elapsedMs ? each : best));
}

function attemptOnce(text: string, facts: Facts): Outcome {
  const startedMs = performance.now();
  const template = parseTemplate(text);
  const result = template.ok
    ? renderTemplate(template.value, facts, { mode: 'storage', nowMs: NOW_MS })
    : template;
  const elapsedMs = performance.now() - startedMs;
  if (result.ok) return { failure: '', elapsedMs };
  const { error } = result;
  const failure =
    'kind' in error ? `${error.kind}: ${error.message}` : error.map(({ message }) => message).join();
  return { failure, elapsedMs };
}

function nested(levels: number, open: string, inside: string, close: string): string {
  return open.repeat(levels) + inside + close.repeat(levels);
}

describe('limits of templates', () => {
  it.each([
    [
      'six lists inside one another',
      nested(6, '{{#each @root.ten}}', 'x', '{{/each}}'),
      'expected lists nested at most 4 deep, got more',
    ],
    [
      '20,000 blocks inside one another',
      nested(20_000, '{{#if a}}', 'x', '{{/if}}'),
      'expected a template of at most 32000 characters',
    ],
    [
      'as many as fit',
      nested(2000, '{{#if a}}', '', '{{/if}}'),
      'expected blocks and brackets nested at most 32 deep, got more',
    ],
    [
      '20,000 blocks that are never closed',
      '{{#a}}'.repeat(5000),
      'expected blocks and brackets nested at most 32 deep, got more',
    ],
    [
      'a long chain of branches',
      `{{#if a}}${'{{else if a}}'.repeat(2000)}{{/if}}`,
      'expected blocks and brackets nested at most 32 deep, got more',
    ],
    [
      'brackets inside one another',
      `{{upper ${'(upper '.repeat(4000)}a${')'.repeat(3500)}}}`,
      'expected blocks and brackets nested at most 32 deep, got more',
    ],
    [
      'blocks closed in comments only',
      nested(1500, '{{#a}}{{!{{/a}}', '', ''),
      'expected blocks and brackets nested at most 32 deep, got more',
    ],
    [
      'blocks closed in texts only',
      nested(1200, '{{#if "{{/if}}"}}', '', ''),
      'expected blocks and brackets nested at most 32 deep, got more',
    ],
    ['raw blocks inside one another', nested(1300, '{{{{raw}}}}', '', '{{{{/raw}}}}'), ''],
  ])('end %s in a named error in time', (_name, text, failure) => {
    const outcome = attempt(text, { ten: TEN, a: true });
    if (failure === '') expect(outcome.failure).toBe('');
    else expect(outcome.failure).toContain(failure);
    expect(outcome.elapsedMs).toBeLessThan(MOST_MS);
  });

  it.each([
    [
      'steps',
      nested(4, '{{#each @root.many}}', '{{this}}', '{{/each}}'),
      `budget: line 1, column 81: the template takes more than ${TEMPLATE_LIMITS.MAX_STEPS} steps; it stopped here`,
    ],
    [
      'work of helpers on long text',
      '{{#each many}}{{#if (contains (upper @root.long) "x")}}{{/if}}{{/each}}',
      'the template takes more than',
    ],
    [
      'output',
      '{{#each many}}{{@root.long}}{{/each}}',
      `budget: line 1, column 15: the template writes more than ${TEMPLATE_LIMITS.MAX_OUTPUT_LENGTH} characters; it stopped here`,
    ],
    [
      'dates',
      '{{#each many}}{{#each @root.many}}{{date @now zone="Asia/Tokyo"}}{{/each}}{{/each}}',
      'the template takes more than',
    ],
  ])('end too many %s in a named error in time', (_name, text, failure) => {
    const many = Array.from({ length: 300 }, (_, index) => index);
    const outcome = attempt(text, { many, long: 'y'.repeat(100_000) });
    expect(outcome.failure).toContain(failure);
    expect(outcome.elapsedMs).toBeLessThan(MOST_MS * 2);
  });

  it('let a list of a thousand with twenty placeholders through', () => {
    const items = Array.from({ length: 1000 }, (_, index) => ({ n: index }));
    expect(attempt(`{{#each items}}${'{{n}}'.repeat(16)}{{/each}}`, { items }).failure).toBe('');
  });

  it('survive lists that are nested deeper than any stack', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 20_000; level++) deep = [deep];
    expect(attempt('{{deep}}{{join deep}}', { deep } as Facts).failure).toBe('');
  });
});
