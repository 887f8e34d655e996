import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../src/core/templates/parse-template';
import { renderTemplate } from '../../../src/core/templates/render-template';
import type { Facts } from '../../../src/core/events/event';
import type { TemplateContext } from '../../../src/core/templates/render-template';

const NOW_MS = Date.UTC(2026, 2, 1, 9, 30);

function rendered(text: string, facts: Facts, context: Partial<TemplateContext> = {}): string {
  const template = parseTemplate(text);
  if (!template.ok) throw new Error(template.error.map((problem) => problem.message).join('\n'));
  const result = renderTemplate(template.value, facts, { mode: 'storage', nowMs: NOW_MS, ...context });
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`);
  return result.value;
}

describe('renderTemplate', () => {
  it('puts fields in, escaped for storage format', () => {
    expect(rendered('<p>{{content.title}}</p>', { content: { title: 'a < b & c' } })).toBe(
      '<p>a &lt; b &amp; c</p>',
    );
  });

  it('escapes nothing in plain text', () => {
    expect(rendered('{{content.title}}', { content: { title: 'a < b' } }, { mode: 'text' })).toBe('a < b');
  });

  it('mentions a user', () => {
    expect(rendered('<p>Thanks {{mention actor}}.</p>', { actor: { accountId: '5b:1"' } })).toBe(
      '<p>Thanks <ac:link><ri:user ri:account-id="5b:1&quot;"/></ac:link>.</p>',
    );
  });

  it('prints nothing for a missing field, and names it when strict', () => {
    expect(rendered('[{{content.nope}}]', {})).toBe('[]');
    expect(() => rendered('[{{content.nope}}]', {}, { strict: true })).toThrow(
      'missing-field: line 1, column 4: the field `content.nope` is missing',
    );
  });

  it('keeps a CDATA section open whatever a value brings', () => {
    expect(rendered('<![CDATA[{{x}}]]>', { x: 'a]]>b]' })).toBe('<![CDATA[a]]]]><![CDATA[>b]]]><![CDATA[]]>');
  });

  it('refuses a value in the name of a tag', () => {
    expect(() => rendered('<{{x}}>', { x: 'p' })).toThrow(
      'place: line 1, column 2: a value cannot stand in the name of a tag',
    );
  });
});
