// The host's own interface (docs/host-api.md), as typed functions. No state, no rendering.

import * as v from 'valibot';
import type { JsonObject } from '../../../src/core/json';
import { ask, query, send } from './http';

const userSchema = v.object({
  accountId: v.string(),
  displayName: v.string(),
  publicName: v.optional(v.string()),
  admin: v.optional(v.boolean(), false),
  active: v.optional(v.boolean(), true),
  access: v.optional(v.boolean(), true),
  app: v.optional(v.boolean(), false),
  avatarUrl: v.optional(v.string()),
});

const clockSchema = v.object({
  mode: v.picklist(['real', 'manual']),
  nowMs: v.number(),
  offsetMs: v.optional(v.number(), 0),
  nextDueMs: v.optional(v.number()),
});

const statusSchema = v.object({
  app: v.object({ name: v.string(), version: v.optional(v.string()), id: v.optional(v.string()) }),
  url: v.optional(v.string()),
  dataDir: v.optional(v.string()),
  clock: clockSchema,
  containers: v.optional(v.number()),
  unemulatedCount: v.optional(v.number(), 0),
  pendingCount: v.optional(v.number(), 0),
  invocationCount: v.optional(v.number(), 0),
  seq: v.optional(v.number(), 0),
});

const usersSchema = v.object({ users: v.array(userSchema), current: v.string() });

const deliverySchema = v.object({
  trigger: v.optional(v.string(), ''),
  function: v.optional(v.string(), ''),
  status: v.string(),
  attempts: v.optional(v.number(), 0),
  log: v.optional(v.string()),
});

const eventSchema = v.object({
  id: v.string(),
  atMs: v.number(),
  type: v.string(),
  payload: v.unknown(),
  origin: v.optional(v.string(), 'site'),
  deliveries: v.optional(v.array(deliverySchema), []),
});

const invocationSchema = v.object({
  id: v.string(),
  function: v.string(),
  kind: v.string(),
  startedMs: v.number(),
  durationMs: v.optional(v.number()),
  outcome: v.string(),
  message: v.optional(v.string()),
  retryCount: v.optional(v.number()),
  logs: v.optional(v.array(v.object({ level: v.string(), text: v.string() })), []),
  logsDropped: v.optional(v.number(), 0),
});

const pendingSchema = v.object({
  id: v.string(),
  kind: v.string(),
  dueMs: v.number(),
  what: v.optional(v.string(), ''),
  function: v.optional(v.string(), ''),
  attempt: v.optional(v.number(), 0),
  retryReason: v.optional(v.string()),
});

const unemulatedSchema = v.object({
  atMs: v.number(),
  target: v.optional(v.string(), ''),
  method: v.string(),
  path: v.string(),
  count: v.optional(v.number(), 1),
});

const moduleSchema = v.object({
  type: v.string(),
  key: v.string(),
  title: v.optional(v.string(), ''),
  resource: v.optional(v.string(), ''),
  route: v.optional(v.string(), ''),
  viewportSize: v.optional(v.string(), 'medium'),
});

const listOf = <T extends v.GenericSchema>(item: T) => v.object({ items: v.array(item) });

/** A person (or the app) on the local site. */
export type User = v.InferOutput<typeof userSchema>;
/** One event that the site published or that was fired by hand. */
export type SeenEvent = v.InferOutput<typeof eventSchema>;
/** One call of one of the app's functions. */
export type Invocation = v.InferOutput<typeof invocationSchema>;

/** A module of the app's manifest that is drawn on a page. */
export type AppModule = v.InferOutput<typeof moduleSchema>;

/** What the host says about itself, with its clock and its change counter. */
export const readStatus = () => ask(statusSchema, 'GET', '/_host/api/status');
/** Everyone on the site, and who is signed in. */
export const readUsers = () => ask(usersSchema, 'GET', '/_host/api/users');
/** Signs in as another user (sets the cookie). */
export const switchUser = (accountId: string) => send('POST', '/_host/api/user', { accountId });
/** Moves host time ahead, doing what falls due. */
export const advanceClock = (ms: number) => send('POST', '/_host/api/clock/advance', { ms });
/** Moves host time to the next due work and does it. */
export const advanceToNext = () => send('POST', '/_host/api/clock/next', {});
/** The events seen, newest first. */
export const listEvents = (limit: number) =>
  ask(listOf(eventSchema), 'GET', `/_host/api/events${query({ limit })}`);
/** The calls of the app's functions, newest first. */
export const listInvocations = (limit: number) =>
  ask(listOf(invocationSchema), 'GET', `/_host/api/invocations${query({ limit })}`);
/** Work that is waiting for its time, by due time. */
export const listPending = () => ask(listOf(pendingSchema), 'GET', '/_host/api/pending');
/** Requests that the host could not answer, because it does not emulate them. */
export const listUnemulated = () => ask(listOf(unemulatedSchema), 'GET', '/_host/api/unemulated');
/** The faults that are set. */
export const listFaults = () => ask(listOf(v.unknown()), 'GET', '/_host/api/faults');
/** Adds a fault at the end of the list. */
export const addFault = (fault: object) => send('POST', '/_host/api/faults', fault);
/** Removes every fault. */
export const clearFaults = () => send('DELETE', '/_host/api/faults');
/** The app's modules that have a place on the site's pages. */
export const listModules = async (): Promise<readonly AppModule[]> =>
  (await ask(listOf(moduleSchema), 'GET', '/_host/api/modules')).items;
/** What the bridge's `getContext` answers for a module and the current user. */
export const readContext = (module: string) => send('GET', `/_host/api/context${query({ module })}`);
/** Runs a resolver function of a module as the current user; answers what it returned. */
export async function invokeResolver(
  module: string,
  functionKey: string,
  payload: unknown,
  extension: JsonObject,
): Promise<unknown> {
  const answer = await ask(v.object({ value: v.optional(v.unknown()) }), 'POST', '/_host/api/invoke', {
    module,
    functionKey,
    extension,
    ...(payload === undefined ? {} : { payload }),
  });
  return answer.value;
}
