// Every action kind, in a total map. Adding a kind is adding a file and a line here.

import { commentAdd } from './comment-add';
import { labelAdd } from './label-add';
import { labelRemove } from './label-remove';
import type { Action } from './action';

export const ACTION_KINDS = ['label.add', 'label.remove', 'comment.add'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const ACTIONS: { readonly [K in ActionKind]: Action & { readonly kind: K } } = {
  'label.add': labelAdd,
  'label.remove': labelRemove,
  'comment.add': commentAdd,
};

/** True for a kind that this version knows. */
export function isActionKind(kind: string): kind is ActionKind {
  return Object.hasOwn(ACTIONS, kind);
}
