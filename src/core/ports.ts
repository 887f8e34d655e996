// What the engine needs from outside, in our words. src/forge implements it for Atlassian; tests have fakes.
// It must not name a type of any SDK.

import type { Result } from './result';
import type { RuleVerdict } from './runs/verdict';
import type { Run, RunOutcome } from './runs/run';
import type { StoredRule } from './rules/rule';
import type { Settings } from './admin/settings';

export interface Clock {
  nowMs(): number;
}

export interface Random {
  /** Evenly from 0 (inclusive) to 1 (exclusive). */
  next(): number;
}

/** Who a product request is made as. */
export type Actor = { readonly kind: 'app' } | { readonly kind: 'user'; readonly accountId: string };

/** What a label, comment or status is put on. */
export interface ContentRef {
  readonly id: string;
  /** `page`, `blogpost`, `attachment`, … */
  readonly type: string;
}

/** Confluence, as far as the actions use it. Every member throws a `FailureError` when it did not work. */
export interface Confluence {
  addContentLabels(content: ContentRef, labels: readonly string[], as: Actor): Promise<void>;
  /** Succeeds when the label was not there. */
  removeContentLabel(content: ContentRef, label: string, as: Actor): Promise<void>;
  addSpaceLabels(spaceKey: string, labels: readonly string[], as: Actor): Promise<void>;
  removeSpaceLabel(spaceKey: string, label: string, as: Actor): Promise<void>;
  /** `body` is storage format. */
  addFooterComment(content: ContentRef, body: string, as: Actor): Promise<{ readonly commentId: string }>;
  /** The id of the footer comment whose body holds `marker`, if there is one. */
  findFooterComment(content: ContentRef, marker: string, as: Actor): Promise<string | undefined>;
  /** The account of the app's own user on this site. */
  appAccountId(): Promise<string>;
}

/** Rules, one record each, with a version that rises at every change. */
export interface RuleStore {
  get(id: string): Promise<StoredRule | undefined>;
  list(options: { readonly cursor?: string; readonly limit: number }): Promise<{
    readonly items: readonly StoredRule[];
    readonly cursor?: string;
  }>;
  /** Every rule; a copy not older than `RULE_CACHE_SECONDS` may be returned. */
  snapshot(): Promise<readonly StoredRule[]>;
  /** Writes when the stored version is still `expectedVersion` (0: there is none); else answers `conflict`. */
  put(stored: StoredRule, expectedVersion: number): Promise<Result<void, 'conflict'>>;
  delete(id: string): Promise<void>;
}

/** What is known of one event that some rule acted upon. */
export interface EventRecord {
  readonly v: 1;
  readonly eventKey: string;
  readonly eventType: string;
  readonly claimedAt: string;
  readonly verdicts: readonly RuleVerdict[];
  readonly runs: readonly string[];
}

export interface RunStore {
  /** False when the event is claimed already. Atomic: of several callers, one gets true. */
  claimEvent(record: EventRecord): Promise<boolean>;
  getEvent(eventKey: string): Promise<EventRecord | undefined>;
  get(id: string): Promise<Run | undefined>;
  put(run: Run): Promise<void>;
  /** Newest first. */
  list(options: {
    readonly rule?: string;
    readonly eventKey?: string;
    readonly outcome?: RunOutcome;
    readonly cursor?: string;
    readonly limit: number;
  }): Promise<{ readonly items: readonly Run[]; readonly cursor?: string }>;
}

/** Asks for runs to be taken up again later, beyond what the retries of their event allow. */
export interface RunQueue {
  /** `delaySeconds` is cut to what one push allows; who is woken too early pushes again. */
  push(runIds: readonly string[], delaySeconds: number): Promise<void>;
}

export interface SettingsStore {
  get(): Promise<Settings>;
  put(settings: Settings): Promise<void>;
}

export interface Log {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}

export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly confluence: Confluence;
  readonly rules: RuleStore;
  readonly runs: RunStore;
  readonly queue: RunQueue;
  readonly settings: SettingsStore;
  readonly log: Log;
}
