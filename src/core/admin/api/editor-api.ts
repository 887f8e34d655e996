// What the editor of a rule asks of the app.

import type { Problem } from '../../result';
import type { StoredRule } from '../../rules/rule';
import type { Trial } from '../../runs/try-rule';
import type { JsonObject } from '../../json';
import type { AdminResult, Page } from './result';

/** An event that was recorded, to try rules on. */
export interface RecordedEvent {
  readonly eventKey: string;
  readonly eventType: string;
  readonly seenAt: string;
  /** What it was about, where that has a title. */
  readonly title?: string;
  /** As it was delivered. */
  readonly payload: JsonObject;
}

export type EditorApi = {
  getRule: (payload: { id: string }) => AdminResult<StoredRule>;
  /** Saves a new rule (no `expectedVersion`) or a change to the version that was read. */
  saveRule: (payload: { rule: unknown; expectedVersion?: number }) => AdminResult<{
    stored: StoredRule;
    warnings: readonly Problem[];
  }>;
  /** What the rule would do with the event, with fields looked up that no event carries. Nothing is done. */
  tryRule: (payload: { rule: unknown; payload: unknown }) => AdminResult<Trial>;
  /** The last recorded events of these types (`*`: any), newest first. */
  listRecordedEvents: (payload: {
    when: readonly string[];
    cursor?: string;
  }) => AdminResult<Page<RecordedEvent>>;
};
