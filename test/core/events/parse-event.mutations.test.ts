import { expect, test } from 'vitest';
import { EVENTS } from '../../../src/core/events/catalogue';
import { parseEvent } from '../../../src/core/events/parse-event';
import { mutatePayload, seededRandom } from './mutate-payload';

const MUTATIONS = 100_000;

test('never throws, and always gives JSON data, for 100,000 broken payloads', () => {
  const random = seededRandom(4);
  const kinds = new Set<string>();
  let unknown = 0;
  for (let run = 0; run < MUTATIONS; run += 1) {
    const sample = EVENTS[run % EVENTS.length]!.sample;
    const parsed = parseEvent(mutatePayload(sample, random));
    kinds.add(parsed.subject.kind);
    if (!parsed.known) unknown += 1;
    // Asking for expectations a hundred thousand times costs more than what is tested.
    if (typeof parsed.type !== 'string' || !/^[0-9a-f]{32}$/.test(parsed.key))
      expect.unreachable(String(run));
    if (run % 50 === 0) expect(JSON.parse(JSON.stringify(parsed.facts))).toEqual(parsed.facts);
    if (Object.getPrototypeOf(parsed.facts) !== Object.prototype) expect.unreachable(String(run));
  }
  // The mutations did reach what they were meant to break.
  expect(unknown).toBeGreaterThan(MUTATIONS / 100);
  expect(kinds.size).toBeGreaterThan(14);
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 180_000);

test('a payload nested a million deep, and one of a million values, are cut', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 1_000_000; level += 1) deep = { content: deep };
  expect(parseEvent(deep).subject.kind).toBe('unknown');
  const wide = { eventType: 'x', list: Array.from({ length: 1_000_000 }, () => 1) };
  expect((parseEvent(wide).facts['list'] as readonly unknown[]).length).toBeLessThan(100_000);
});

test.each([null, undefined, 0, 'text', true, [], [1], () => 1, Symbol('s')])(
  'reads %s as an event of no type',
  (payload) => {
    expect(parseEvent(payload)).toMatchObject({
      type: 'unknown',
      known: false,
      subject: { kind: 'unknown', id: '' },
    });
  },
);
