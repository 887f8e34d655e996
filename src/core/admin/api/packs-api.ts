// What the packs ask of the app.

import type { Adaptation, Adjustable } from '../../packs/adapt-pack';
import type { RuleTestResult } from '../../rules/run-rule-tests';
import type { AdminResult } from './result';

export interface PackSummary {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly rules: number;
  /** Rules of it that are here already. */
  readonly present: number;
}

/** A rule of a pack, to be read before it is added. */
export interface PackRule {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly when: readonly string[];
  /** The condition in words; absent: always. */
  readonly condition?: string;
  /** Kinds of its actions, in order. */
  readonly actions: readonly string[];
  /** It is here already, and adding the pack leaves it as it is. */
  readonly present: boolean;
}

export interface PackDetails {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly rules: readonly PackRule[];
  readonly adjustables: readonly Adjustable[];
  /** Its own tests, run. */
  readonly tests: readonly RuleTestResult[];
  /** The rule set as canonical JSON. */
  readonly text: string;
}

export type PacksApi = {
  listPacks: (payload: Record<string, never>) => AdminResult<{ packs: readonly PackSummary[] }>;
  getPack: (payload: { id: string }) => AdminResult<PackDetails>;
  /** Adds the rules of a pack that are not here yet, adapted and turned off, all or nothing. */
  addPack: (payload: { id: string } & Adaptation) => AdminResult<{ added: readonly string[] }>;
};
