// Random events for the proof: well formed, broken in the payload, and with facts that no parser would make.

import { parseEvent } from '../../../src/core/events/parse-event';
import { generateData } from '../conditions/generate-logic';
import { SPACES, WHEN } from './generate-rules';
import type { ParsedEvent } from '../../../src/core/events/event';
import type { JsonObject } from '../../../src/core/json';
import type { Random } from '../conditions/random';

const TITLES = [
  ...[
    'Meeting notes',
    'Meeting',
    'Budget 2024',
    'Q3 Plan',
    'null',
    '',
    '5',
    'Re: Meeting',
    'xMeeting Budget',
  ],
  ...['a plan to meet', 'MEETING', 'é😀', 'ee', '[object Object]', 'Meetin', 'toString'],
];
const LABELS = ['meeting-notes', 'Draft', 'draft', 'eng', 'ENG', 'x', '__proto__', 'e'];
const JUNK: readonly unknown[] = [
  ...[null, undefined, true, false, 0, 5, 12, 1e308, Number.NaN, '', 'ENG', 'Meeting', '5', 'null'],
  ...[[], ['ENG'], ['Meeting'], [['ENG']], [null], {}, { key: 'ENG' }, { title: 'Meeting' }, { name: 'x' }],
  ...[{ toString: 1 }, { toString: 'x', valueOf: 2 }, { indexOf: 5 }, [{ toString: 1 }], { length: 2 }],
  ...[JSON.parse('{"__proto__":{"key":"ENG"}}') as unknown, { constructor: { name: 'Object' } }],
];

/** One event of one of the types that rules listen to, or of none. */
export function generateEvent(random: Random): ParsedEvent {
  const payload = generatePayload(random);
  if (random.chance(0.35)) spoil(payload, random);
  const event = parseEvent(payload);
  const roll = random.fraction();
  if (roll < 0.85) return event;
  // Facts that do not fit the subject, and facts of any shape.
  if (roll < 0.93) return { ...event, facts: unsafeFacts(payload) };
  if (roll < 0.97) return { ...event, facts: unsafeFacts(generateData(random)) };
  return { ...event, subject: { ...event.subject, spaceKey: random.pick(SPACES), spaceType: 'personal' } };
}

/** Facts are whatever they are: the matcher must agree with judging on anything. */
function unsafeFacts(data: unknown): JsonObject {
  return data as JsonObject;
}

function generatePayload(random: Random): Record<string, unknown> {
  const user = { accountId: random.pick(['u1', 'u2', 'u3', '7', 'u9']), accountType: 'atlassian' };
  const space = {
    id: 5,
    key: random.pick(SPACES),
    name: random.pick(TITLES),
    type: random.chance(0.8) ? 'global' : 'personal',
  };
  const labels = Array.from({ length: random.below(4) }, () => {
    const name = random.pick(LABELS);
    return random.chance(0.8) ? { id: '1', name } : name;
  });
  const content = {
    id: 5,
    type: random.pick(['page', 'blogpost', 'comment']),
    status: random.pick(['current', 'draft']),
    title: random.pick(TITLES),
    ...(random.chance(0.3) ? { subType: 'live' } : {}),
    ...(random.chance(0.8) ? { space } : {}),
    ...(random.chance(0.6) ? { labels } : {}),
    ...(random.chance(0.7) ? { history: { createdBy: user } } : {}),
    version: { number: random.pick([1, 5, 12, '5', null]) },
    ...(random.chance(0.3) ? { container: { id: '6', title: random.pick(TITLES) } } : {}),
  };
  return {
    eventType: random.chance(0.95) ? random.pick(WHEN) : random.pick(['*', 5, 'hasOwnProperty', undefined]),
    ...(random.chance(0.8) ? { atlassianId: user.accountId } : {}),
    content,
    ...(random.chance(0.3) ? { label: { id: '9', name: random.pick(LABELS) } } : {}),
    ...(random.chance(0.2) ? { labels } : {}),
    ...(random.chance(0.2) ? { x: random.pick(JUNK) } : {}),
    ...(random.chance(0.2) ? { attachment: { fileSize: random.pick([1, '12', 'big', null]), space } } : {}),
  };
}

/** Puts something else in place of one to three values, wherever they are. */
function spoil(payload: Record<string, unknown>, random: Random): void {
  for (let fault = 0; fault <= random.below(3); fault++) {
    let holder = payload;
    for (let depth = 0; depth < 4 && random.chance(0.7); depth++) {
      const inner = Object.values(holder).filter((value) => typeof value === 'object' && value !== null);
      if (inner.length === 0) break;
      holder = random.pick(inner) as Record<string, unknown>;
    }
    const names = Object.keys(holder);
    if (names.length === 0) continue;
    const name = random.pick(names);
    if (random.chance(0.3)) Reflect.deleteProperty(holder, name);
    else holder[name] = random.pick(JUNK);
  }
}
