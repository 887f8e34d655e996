// What the editor of a rule asks of the app.

import type { Problem } from '../../result';
import type { StoredRule } from '../../rules/rule';
import type { AdminResult } from './result';

export type EditorApi = {
  getRule: (payload: { id: string }) => AdminResult<StoredRule>;
  /** Saves a new rule (no `expectedVersion`) or a change to the version that was read. */
  saveRule: (payload: { rule: unknown; expectedVersion?: number }) => AdminResult<{
    stored: StoredRule;
    warnings: readonly Problem[];
  }>;
  /** The problems that saving would report; saves nothing. */
  checkRule: (payload: { rule: unknown }) => AdminResult<{ problems: readonly Problem[] }>;
};
