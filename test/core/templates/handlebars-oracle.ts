// Handlebars itself, with our helpers registered: what the meaning of a template is measured by.

import Handlebars from 'handlebars';
import { HELPERS } from '../../../src/core/templates/helpers/helper-table';
import { Markup } from '../../../src/core/templates/markup';
import type { Facts } from '../../../src/core/events/event';

export const NOW_MS = Date.UTC(2026, 2, 1, 9, 30);

/** Above the level of its errors. */
const SILENT = 4;

interface HelperOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly fn: (context: unknown) => string;
}

/**
 * Renders with `Handlebars.compile`, escaped as Handlebars escapes; what helpers make is markup or plain text.
 * Its option `noEscape` is no oracle: it adds neighbouring numbers up (`{{one}}{{two}}` gives 3). Throws what it throws.
 */
export function oracle(text: string, facts: Facts, markup: 'storage' | 'text'): string {
  // It would print a warning for each prototype property that it rightly refuses.
  Handlebars.logger.level = SILENT;
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(HELPERS)) {
    handlebars.registerHelper(name, (...given: unknown[]) => {
      const options = given.pop() as HelperOptions;
      const value = helper.call(given, options.hash, { timeZone: 'UTC', charge: () => undefined });
      if (!(value instanceof Markup)) return value;
      return markup === 'text' ? value.text : new Handlebars.SafeString(value.storage);
    });
  }
  handlebars.registerHelper('raw', function (this: unknown, options: HelperOptions) {
    return options.fn(this);
  });
  const template = handlebars.compile(text);
  return template(facts, { data: { now: NOW_MS } });
}
