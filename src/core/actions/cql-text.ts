// CQL with placeholders: values go between quotes and are escaped, so that a title cannot change what is searched for.
// It must not know what is searched.

import { render } from './render';
import type { Failure } from '../failure';
import type { Result } from '../result';
import type { PlanContext } from './action';

/** True when every placeholder of `cql` stands between double quotes. */
export function quotesPlaceholders(cql: string): boolean {
  let quoted = false;
  for (let index = 0; index < cql.length; index += 1) {
    if (cql[index] === '\\') index += 1;
    else if (cql[index] === '"') quoted = !quoted;
    else if (cql.startsWith('{{', index)) {
      if (!quoted) return false;
      // What stands inside the braces is not CQL.
      const end = cql.indexOf('}}', index);
      index = end === -1 ? cql.length : end + 1;
    }
  }
  return true;
}

/** The query for one event. */
export function renderCql(parameter: string, cql: string, context: PlanContext): Result<string, Failure> {
  return render(parameter, cql, { escape: (value) => value.replace(/["\\]/g, '\\$&') }, context);
}
