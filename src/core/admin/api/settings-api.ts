// What the settings and the health of the installation ask of the app.

import type { Settings } from '../settings';
import type { AdminResult, Page } from './result';

/** Whether the app can act as a person now. */
export interface PersonCheck {
  readonly accountId: string;
  /** Why it cannot; absent when it can. */
  readonly problem?: string;
}

/** One thing that wants attention. */
export interface HealthFinding {
  readonly rule: string;
  readonly name: string;
  /**
   * `never-ran`: live for a week and more, without a run. `always-fails`: its last runs all failed.
   * `noisy`: it ran so often that not all of its runs were counted. `identity`: it acts as somebody whom it cannot act as.
   */
  readonly kind: 'never-ran' | 'always-fails' | 'noisy' | 'identity';
  readonly text: string;
}

/** One size against its limit. */
export interface HealthSize {
  /** `points`: spent by rules in this hour. `quota`: used of the app's whole quota, as Confluence said last. */
  readonly name: 'rules' | 'largest-rule' | 'index-parts' | 'points' | 'quota';
  readonly value: number;
  /** Absent when there is none. */
  readonly limit?: number;
}

/** What is used, and whether runs wait because of it. */
export interface HealthSizes {
  readonly sizes: readonly HealthSize[];
  /** Present while rules wait for the next hour: `late` ones, after the usual priority, or all. */
  readonly putOff?: { readonly rules: 'late' | 'all'; readonly until: string; readonly why: string };
}

export type SettingsApi = {
  getSettings: (payload: Record<string, never>) => AdminResult<Settings>;
  saveSettings: (payload: { settings: unknown }) => AdminResult<Settings>;
  /** At most 20 people. */
  checkPeople: (payload: {
    accountIds: readonly string[];
  }) => AdminResult<{ people: readonly PersonCheck[] }>;
  getSizes: (payload: Record<string, never>) => AdminResult<HealthSizes>;
  /** Looks at the live rules, some at a time; `of` says how many there are. */
  checkHealth: (payload: {
    cursor?: string;
  }) => AdminResult<Page<HealthFinding> & { checked: number; of: number }>;
};
