// The comment that an event is about, and whether it stands below the page or in its text.

import * as v from 'valibot';
import { isJsonObject } from '../json';
import type { PlanContext } from './action';

/** A comment within a stored effect. */
export const CommentSchema = v.object({ id: v.string(), location: v.picklist(['footer', 'inline']) });
export type CommentTarget = v.InferOutput<typeof CommentSchema>;

/** Undefined when the event is about something else. Events say where a comment stands in `extensions.location`. */
export function commentOf({ subject, facts }: PlanContext): CommentTarget | undefined {
  if (subject.kind !== 'comment' || subject.id === '') return undefined;
  const content = facts['content'];
  const extensions = isJsonObject(content) ? content['extensions'] : undefined;
  const inline = isJsonObject(extensions) && extensions['location'] === 'inline';
  return { id: subject.id, location: inline ? 'inline' : 'footer' };
}
