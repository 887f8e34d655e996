// Compares a published payload with what the catalogue of events says about its event.

import { findEvent } from '../../../src/core/events/find-event';
import { parseEvent } from '../../../src/core/events/parse-event';
import { problemsOfFacts } from '../../core/events/check-facts';

/** Fields that are missing or of a wrong type or value. */
export function problemsOfPayload(payload: object): readonly string[] {
  const { type, facts } = parseEvent(payload);
  const event = findEvent(type);
  return event === undefined ? [`${type} is not in the catalogue`] : problemsOfFacts(facts, event.fields);
}
