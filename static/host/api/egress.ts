// The addresses that the app may reach, as typed calls of the host's own interface (docs/host-api.md).

import * as v from 'valibot';
import { ask, query, send } from './http';

const groupSchema = v.object({
  key: v.string(),
  description: v.string(),
  configured: v.array(v.object({ domain: v.string(), type: v.array(v.string()) })),
});
export type EgressGroup = v.InferOutput<typeof groupSchema>;

const groupsSchema = v.object({ results: v.array(groupSchema) });

/** What an administrator has allowed, by group. */
export const listEgress = () => ask(groupsSchema, 'GET', '/_host/api/egress');

/** Puts groups, each in place of what was under its key; for administrators. */
export const setEgress = (egresses: readonly EgressGroup[]) =>
  ask(groupsSchema, 'PUT', '/_host/api/egress', { egresses });

/** Takes a domain away, or without one the whole group. */
export const removeEgress = (key: string, domain?: string) =>
  send('DELETE', `/_host/api/egress/${encodeURIComponent(key)}${query({ domain })}`);
