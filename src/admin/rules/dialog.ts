// The dialog over the list of rules: which it is, what was typed into it, and the change it asks for. Pure.

import type { RulesChange } from '../../core/admin/api/rules-api';
import type { AdminError } from '../../core/admin/api/result';

/** Rules that a dialog is about. */
export interface Target {
  readonly id: string;
  readonly name: string;
}

export interface Dialog {
  /** `more`: everything about one rule. */
  readonly kind: 'more' | 'off' | 'owner' | 'priority' | 'delete';
  readonly rules: readonly Target[];
  readonly busy: boolean;
  readonly error: AdminError | undefined;
  readonly reason: string;
  /** `2026-02-01`, or empty. */
  readonly until: string;
  readonly owner: string | undefined;
  /** As typed. */
  readonly priority: string;
}

/** What is typed into a dialog. */
export type DialogFields = Partial<Pick<Dialog, 'reason' | 'until' | 'owner' | 'priority'>>;

/** The dialog before anything is typed into it. */
export function openDialog(
  kind: Dialog['kind'],
  rules: readonly Target[],
  fields: DialogFields = {},
): Dialog {
  return {
    kind,
    rules,
    busy: false,
    error: undefined,
    reason: '',
    until: '',
    owner: undefined,
    priority: '',
    ...fields,
  };
}

/** What confirming it does; undefined when it does nothing yet. */
export function changeOf({ kind, reason, until, owner, priority }: Dialog): RulesChange | undefined {
  switch (kind) {
    case 'more':
      return undefined;
    case 'delete':
      return { type: 'delete' };
    case 'owner':
      return { type: 'owner', ...(owner === undefined ? {} : { owner }) };
    case 'priority':
      return /^\d{1,7}$/.test(priority.trim()) ? { type: 'priority', priority: Number(priority) } : undefined;
    case 'off':
      return {
        type: 'state',
        state: 'off',
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        ...(until === '' ? {} : { until }),
      };
  }
}
