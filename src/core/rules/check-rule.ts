// Checks what a well-formed rule means: whether its events exist, whether its condition and its templates read fields
// that they have, whether its actions can do anything. It must not repeat what the parser refuses.

import { lintCondition } from '../conditions/lint-condition';
import { nearestWord } from '../conditions/nearest-word';
import { EVENT_IDS } from '../events/catalogue';
import { fieldsOfEvents } from '../events/event-fields';
import { findEvent } from '../events/find-event';
import { checkActions } from './check-actions';
import { unknownWord } from './explain-schema';
import type { Problem } from '../result';
import type { Rule } from './rule';

const ANY_EVENT = '*';

/** Every problem of a rule that `parseRule` accepted, with paths relative to the rule. Errors refuse, warnings ask. */
export function checkRule(rule: Rule): readonly Problem[] {
  const fields = fieldsOfEvents(rule.when);
  return [...rule.when.flatMap(checkEvent), ...lintCondition(rule.if, fields), ...checkActions(rule, fields)];
}

function checkEvent(id: string, index: number, when: readonly string[]): readonly Problem[] {
  const path = `when[${index}]`;
  const first = when.indexOf(id);
  if (first < index)
    return [{ path, level: 'warning', message: `"${id}" is there already, at when[${first}]` }];
  if (id === ANY_EVENT || findEvent(id) !== undefined) return [];
  const message = `there is no event "${id}", so the rule will never fire on it`;
  return [unknownWord(message, path, nearestEvent(id))];
}

/** Ids are long and alike, so only what comes after the common beginning decides what is near. */
function nearestEvent(id: string): string | undefined {
  const prefix = 'avi:confluence:';
  const known = EVENT_IDS.filter((event) => event.startsWith(prefix));
  const [near] = [id, id.split(':').slice(-2).reverse().join(':')].flatMap((spelling) => {
    const end = spelling.startsWith(prefix) ? spelling.slice(prefix.length) : spelling;
    return (
      nearestWord(
        end,
        known.map((event) => event.slice(prefix.length)),
      ) ?? []
    );
  });
  return near === undefined ? nearestWord(id, EVENT_IDS) : prefix + near;
}
