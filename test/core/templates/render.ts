// Parsing and rendering in one step, for tests that are about the result.

import { parseTemplate } from '../../../src/core/templates/parse-template';
import { renderTemplate } from '../../../src/core/templates/render-template';
import { NOW_MS } from './handlebars-oracle';
import type { Facts } from '../../../src/core/events/event';
import type { TemplateContext } from '../../../src/core/templates/render-template';

/** The rendered text; throws an error that says why there is none. */
export function rendered(text: string, facts: Facts, context: Partial<TemplateContext> = {}): string {
  const template = parseTemplate(text);
  if (!template.ok) throw new Error(template.error.map(({ message }) => message).join('\n'));
  const result = renderTemplate(template.value, facts, { mode: 'storage', nowMs: NOW_MS, ...context });
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`);
  return result.value;
}
