// The catalogue against what Atlassian documents, which is written down in test/fixtures/documented-events.json as it
// was read: the 46 ids of the reference of Confluence events, and the scopes of all 83 (none where none is named).
// A changed document means a changed fixture, by hand.

import { expect, test } from 'vitest';
import { EVENT_IDS } from '../../src/core/events/catalogue';
import { canonicalEventId, findEvent } from '../../src/core/events/find-event';
import { FIRST_DEEDS } from '../app/deeds';
import documented from '../fixtures/documented-events.json';

const scopesById = Object.entries(documented.scopes);

test('the catalogue has the 83 documented ids and no other', () => {
  expect(scopesById).toHaveLength(83);
  expect([...EVENT_IDS].sort()).toEqual(scopesById.map(([id]) => id).sort());
});

test('the 46 ids of the reference are those that are done by hand first', () => {
  expect(documented.reference).toHaveLength(46);
  const byHand = Object.keys(FIRST_DEEDS).map((name) => `avi:confluence:${name}`);
  expect(byHand.sort()).toEqual(documented.reference.map(canonicalEventId).sort());
});

test('every event has the scopes that are documented for it', () => {
  const named = scopesById.filter(([, scopes]) => scopes.length > 0);
  expect(named).toHaveLength(75);
  for (const [id, scopes] of named) expect([...(findEvent(id)?.scopes ?? [])].sort(), id).toEqual(scopes);
});
