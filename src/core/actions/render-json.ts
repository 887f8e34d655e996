// JSON among the parameters of an action, with the texts in it rendered for one event. It must not know what it is for.

import { isJsonObject } from '../json';
import { render } from './render';
import { err, ok } from '../result';
import type { Failure } from '../failure';
import type { JsonValue } from '../json';
import type { Result } from '../result';
import type { PlanContext } from './action';

/** The value with every text in it rendered. */
export function renderJson(value: JsonValue, path: string, context: PlanContext): Result<JsonValue, Failure> {
  if (typeof value === 'string') return render(path, value, 'text', context);
  if (isJsonObject(value)) {
    const entries: [string, JsonValue][] = [];
    for (const [name, item] of Object.entries(value)) {
      const rendered = renderJson(item, `${path}.${name}`, context);
      if (!rendered.ok) return rendered;
      entries.push([name, rendered.value]);
    }
    return ok(Object.fromEntries(entries));
  }
  if (typeof value !== 'object' || value === null) return ok(value);
  const items: JsonValue[] = [];
  for (const [index, item] of value.entries()) {
    const rendered = renderJson(item, `${path}[${index}]`, context);
    if (!rendered.ok) return err(rendered.error);
    items.push(rendered.value);
  }
  return ok(items);
}
