// The content that an action is done to: that of the event, if it is of a type that can take the action.
// It must not ask whether the content still exists; performing finds out.

import * as v from 'valibot';
import type { ContentRef } from '../ports';
import type { Plan, PlanContext } from './action';

/** Content within a stored effect. */
export const ContentSchema = v.object({ id: v.string(), type: v.string() });

/** Pages and blog posts: what people write and publish. */
export const PUBLISHED: readonly string[] = ['page', 'blogpost'];

/** The content of the event when it is of one of `types`; for a comment or an attachment, what it belongs to. */
export function contentTarget(
  { subject }: PlanContext,
  types: readonly string[],
): (ContentRef & { readonly id: string }) | undefined {
  const type = subject.contentType ?? 'page';
  if (subject.contentId === undefined || !types.includes(type)) return undefined;
  return { id: subject.contentId, type };
}

/** Why there is nothing to do: `A space takes no footer comments.` `cannot` completes that sentence. */
export function noTarget({ subject }: PlanContext, cannot: string): Plan<never> {
  return { kind: 'skip', reason: `A ${subject.contentType ?? subject.kind} ${cannot}.` };
}

/** `page 12`, for previews and reasons. */
export function nameOf({ type, id }: ContentRef): string {
  return `${type} ${id}`;
}
