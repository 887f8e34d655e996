// Breaks payloads at random, the same way for the same seed: fields removed, types changed, huge texts,
// deep nesting, prototype names.
import type { JsonObject } from '../../../src/core/json';

/** Numbers from 0 (inclusive) to 1 (exclusive), the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HUGE_TEXT = 'x'.repeat(200_000);
const DEEP_LIST = nest(20_000, (inner) => [inner]);
const DEEP_OBJECT = nest(20_000, (inner) => ({ content: inner }));
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'a.b',
  'eventType',
  'id',
];

/** A copy of `payload` with one to four things wrong. */
export function mutatePayload(payload: JsonObject, random: () => number): unknown {
  const copy = JSON.parse(JSON.stringify(payload)) as Record<string, unknown>;
  const faults = 1 + Math.floor(random() * 4);
  for (let fault = 0; fault < faults; fault += 1) {
    if (random() < 0.01) return junk(random);
    const holder = pickHolder(copy, random);
    const names = Object.keys(holder);
    const name = names[Math.floor(random() * names.length)];
    if (name === undefined || random() < 0.15) define(holder, pick(NAMES, random), junk(random));
    else if (random() < 0.4) delete holder[name];
    else define(holder, name, junk(random));
  }
  return copy;
}

function junk(random: () => number): unknown {
  // Big things are rare, or most of the time would go into copying them.
  const rare = random();
  if (rare < 0.001) return HUGE_TEXT;
  if (rare < 0.002) return DEEP_LIST;
  if (rare < 0.003) return DEEP_OBJECT;
  return pick(
    [
      null,
      undefined,
      true,
      0,
      -1,
      1e308,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '',
      'text',
      '\ud800',
      '2021-99-99',
      [],
      [[]],
      {},
      [null, { id: 1 }],
      JSON.parse('{"__proto__":{"id":1},"id":{"id":[]}}'),
      9n,
      Symbol('s'),
      () => 1,
    ],
    random,
  );
}

/** Some object or list in the payload, the top included. */
function pickHolder(top: Record<string, unknown>, random: () => number): Record<string, unknown> {
  let holder = top;
  while (random() < 0.75) {
    const inner = Object.values(holder).filter((value) => typeof value === 'object' && value !== null);
    if (inner.length === 0) return holder;
    holder = pick(inner, random) as Record<string, unknown>;
  }
  return holder;
}

function define(holder: Record<string, unknown>, name: string, value: unknown): void {
  if (Array.isArray(holder)) holder.push(value);
  else Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T;
}

function nest(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}
