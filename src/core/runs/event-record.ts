// What is kept of one event: the claim of its first delivery, with the payload, so that the sweep can begin what a
// delivery that died had not; and, where an admin wants it, the record of an event on which no rule acts.

import type { JsonObject } from '../json';
import type { Cause } from './cause';
import type { RuleVerdict } from './verdict';

/**
 * `seen`: recorded, and no rule acts. `open`: claimed by a delivery that has not stored all of its runs yet.
 * `begun`: every run is stored, and the runs say the rest.
 */
export const EVENT_STATES = ['seen', 'open', 'begun'] as const;
export type EventState = (typeof EVENT_STATES)[number];

export interface EventRecord {
  readonly v: 1;
  readonly eventKey: string;
  readonly eventType: string;
  /** Rises by one with every write, from 1. */
  readonly revision: number;
  /** Token of the invocation that wrote it. */
  readonly writer: string;
  readonly state: EventState;
  /** While open: until when its delivery may still be at work. */
  readonly leaseUntil?: string;
  /** When it was delivered first. */
  readonly seenAt: string;
  /** When it happened, where the event says so. */
  readonly eventAt?: string;
  /** What it was about, for lists: the page, comment or space. */
  readonly subject: {
    readonly kind: string;
    readonly id: string;
    /** The content that actions touch: for a comment, its page. */
    readonly contentId?: string;
    readonly title?: string;
    readonly spaceKey?: string;
  };
  readonly actorAccountId?: string;
  /** As it was delivered, without what a retry adds. */
  readonly payload: JsonObject;
  /** Of the rules that matched it. */
  readonly verdicts: readonly RuleVerdict[];
  /** Ids of the runs that are stored. */
  readonly runs: readonly string[];
  /** What of ours had caused it. */
  readonly cause?: Cause;
  /** Why it was given up before its runs were stored. */
  readonly problem?: string;
  /** Until when it is kept. */
  readonly keepUntil: string;
}
