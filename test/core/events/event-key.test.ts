import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENTS } from '../../../src/core/events/catalogue';
import { parseEvent } from '../../../src/core/events/parse-event';

const PAGE = {
  eventType: 'avi:confluence:updated:page',
  atlassianId: 'u1',
  eventCreatedDate: '2026-01-02T03:04:05.000Z',
  content: { id: 10, version: { number: 3 } },
};

const keyOf = (payload: unknown): string => parseEvent(payload).key;

test('is fit for a key of the store', () => {
  expect(keyOf(PAGE)).toMatch(/^[0-9a-f]{32}$/);
});

test('is equal whatever the order of names and whether ids are numbers or texts', () => {
  expect(
    keyOf({
      content: { version: { number: 3 }, id: '10' },
      eventCreatedDate: PAGE.eventCreatedDate,
      atlassianId: 'u1',
      eventType: PAGE.eventType,
    }),
  ).toBe(keyOf(PAGE));
});

test('differs by type, subject, version, time and actor', () => {
  const keys = [
    PAGE,
    { ...PAGE, eventType: 'avi:confluence:created:page' },
    { ...PAGE, content: { ...PAGE.content, id: 11 } },
    { ...PAGE, content: { ...PAGE.content, version: { number: 4 } } },
    { ...PAGE, eventCreatedDate: '2026-01-02T03:04:06.000Z' },
    { ...PAGE, atlassianId: 'u2' },
  ].map(keyOf);
  expect(new Set(keys).size).toBe(keys.length);
});

test('differs between all samples', () => {
  expect(new Set(EVENTS.map((event) => keyOf(event.sample))).size).toBe(EVENTS.length);
});

test('survives the journey through JSON, for any payload', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (content) => {
      const payload = { eventType: 'avi:confluence:created:page', content };
      expect(keyOf(JSON.parse(JSON.stringify(payload)))).toBe(keyOf(payload));
    }),
    { seed: 4, numRuns: 300 },
  );
});
