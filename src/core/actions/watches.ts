// What the watch actions share: whom they concern, and what is watched.

import * as v from 'valibot';
import { ContentSchema, contentTarget, noTarget, PUBLISHED } from './content-target';
import { renderLine, templateSchema } from './parameters';
import type { Plan, PlanContext } from './action';
import type { ActionField } from './form';

/** What both kinds have in common. */
export const WATCH_TRAITS = {
  once: 'idempotent',
  appliesTo: PUBLISHED,
  reads: [],
  writes: ['watcher'],
  scopes: ['write:confluence-content'],
  points: 1,
} as const;

export const WATCHER_FIELD: ActionField = {
  name: 'user',
  label: 'Account id',
  help: 'Whoever is not an administrator can do this for themselves only: let the action run as that person.',
  required: true,
  input: { type: 'text', template: true },
  initial: '{{actor.accountId}}',
};

export const WatchParametersSchema = v.strictObject({
  /** An account id, with placeholders. Confluence lets only administrators name somebody else than who acts. */
  user: templateSchema('the account id of a user'),
});
export type WatchParameters = v.InferOutput<typeof WatchParametersSchema>;

export const WatchEffectSchema = v.object({ content: ContentSchema, user: v.string() });
export type WatchEffect = v.InferOutput<typeof WatchEffectSchema>;

/** Who is to watch, or no longer, the content of the event. */
export function planWatch({ user }: WatchParameters, context: PlanContext): Plan<WatchEffect> {
  const content = contentTarget(context, PUBLISHED);
  if (content === undefined) return noTarget(context, 'cannot be watched');
  const line = renderLine('user', user, context);
  if (!line.ok) return { kind: 'fail', failure: line.error };
  return { kind: 'effect', effect: { content, user: line.value } };
}
