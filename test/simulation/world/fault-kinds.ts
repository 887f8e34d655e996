// Every kind of fault that the world knows, by name. Each has a counter of its own; a run in which one stays at zero
// proves nothing about it and fails.

export const FAULT_KINDS = [
  'delivery: duplicate, at once',
  'delivery: duplicate, late',
  'delivery: reordered',
  'delivery: payload over 200 kB',
  'delivery: retryData lost',
  'delivery: fourth retry spent',
  'delivery: two of one event at once',
  'delivery: two events at once',
  'delivery: invocation refused by the platform',
  'kill: before the request',
  'kill: after the effect',
  'kill: after the answer',
  'kill: out of time',
  'process: warm start',
  'process: cold start',
  'process: app upgrade',
  'clock: forward',
  'clock: back',
  'confluence: 429, Retry-After 0',
  'confluence: 429, Retry-After 1',
  'confluence: 429, Retry-After 900',
  'confluence: 429, Retry-After 3600',
  'confluence: 429, Retry-After as a date',
  'confluence: 429, no Retry-After',
  'confluence: 429, Retry-After garbage',
  'confluence: 500',
  'confluence: 502',
  'confluence: 503',
  'confluence: 504',
  'confluence: 401',
  'confluence: 403',
  'confluence: 404 for a while',
  'confluence: 404 for ever',
  'confluence: identity refused',
  'confluence: answer lost',
  'confluence: late effect',
  'confluence: stale read',
  'confluence: malformed answer',
  'confluence: slow',
  'kvs: 409',
  'kvs: 429',
  'kvs: 500',
  'kvs: answer lost',
  'kvs: late write',
  'kvs: slow',
  'kvs: list behind',
  'queue: push refused',
  'queue: 500 a minute',
  'queue: part of a push',
  'queue: answer lost',
  'queue: duplicate',
  'queue: late',
  'sweep: missed',
  'sweep: twice',
  'rule: edited between attempts',
  'rule: turned off between attempts',
  'rule: deleted between attempts',
  'rule: all paused',
  'poison: rule',
  'poison: event',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

const INDEX = new Map<string, number>(FAULT_KINDS.map((kind, index) => [kind, index]));

/** Where the counter of a kind stands. */
export function faultIndex(kind: FaultKind): number {
  return INDEX.get(kind) ?? -1;
}

/** What kind of request a call is; it decides which faults can befall it. */
export const CALL_CLASSES = [
  'kvs-read',
  'kvs-list',
  'kvs-write',
  'confluence-read',
  'confluence-write',
  'outside',
  'queue',
] as const;
export type CallClass = (typeof CALL_CLASSES)[number];

const KILLS = ['kill: before the request', 'kill: after the effect', 'kill: after the answer'] as const;

const REFUSALS = [
  'confluence: 429, Retry-After 0',
  'confluence: 429, Retry-After 1',
  'confluence: 429, Retry-After 900',
  'confluence: 429, Retry-After 3600',
  'confluence: 429, Retry-After as a date',
  'confluence: 429, no Retry-After',
  'confluence: 429, Retry-After garbage',
  'confluence: 500',
  'confluence: 502',
  'confluence: 503',
  'confluence: 504',
  'confluence: 401',
  'confluence: 403',
  'confluence: identity refused',
] as const;

/** Receivers of messages know no users of Confluence. */
const ANSWERED_REFUSALS = REFUSALS.filter((kind) => kind !== 'confluence: identity refused');

const KVS_TROUBLE = ['kvs: 429', 'kvs: 500', 'kvs: slow'] as const;

/** The faults that can befall a call of each class. */
export const CALL_FAULTS: { readonly [K in CallClass]: readonly FaultKind[] } = {
  'kvs-read': [...KILLS, ...KVS_TROUBLE],
  'kvs-list': [...KILLS, ...KVS_TROUBLE, 'kvs: list behind'],
  'kvs-write': [...KILLS, ...KVS_TROUBLE, 'kvs: 409', 'kvs: answer lost', 'kvs: late write'],
  'confluence-read': [
    ...KILLS,
    ...REFUSALS,
    'confluence: slow',
    'confluence: stale read',
    'confluence: malformed answer',
  ],
  'confluence-write': [
    ...KILLS,
    ...REFUSALS,
    'confluence: slow',
    'confluence: answer lost',
    'confluence: late effect',
    'confluence: malformed answer',
  ],
  outside: [
    ...KILLS,
    ...ANSWERED_REFUSALS,
    'confluence: slow',
    'confluence: answer lost',
    'confluence: late effect',
  ],
  queue: [...KILLS, 'queue: push refused', 'queue: part of a push', 'queue: answer lost'],
};
