// What effects may use of the outside: the app's resolver, timers, flags and the Frame.
// index.tsx gives the real ones; tests give their own.

import type { AdminApi } from '../../core/admin/api';
import type { AdminResult } from '../../core/admin/api/result';
import type { EventOption } from '../shared/event-options';
import type { FrameCommand } from '../../core/admin/frame-protocol';

/** Asks the app. Never rejects: what went wrong is the answer's `error`. */
export type Caller<Api extends Record<string, (payload: never) => unknown>> = <Call extends keyof Api>(
  call: Call,
  payload: Parameters<Api[Call]>[0],
) => Promise<ReturnType<Api[Call]>>;

/** Which addresses outside the app may reach: an administrator confirms each in a dialog of Confluence's own. */
export interface EgressCalls {
  readonly list: () => Promise<AdminResult<readonly string[]>>;
  /** Answers what is allowed then; an error when the administrator did not confirm. */
  readonly allow: (address: string) => Promise<AdminResult<readonly string[]>>;
  readonly forget: (address: string) => Promise<AdminResult<readonly string[]>>;
}

/** The outside, as effects see it. */
export interface EffectPorts {
  readonly call: Caller<AdminApi>;
  readonly egress: EgressCalls;
  readonly timers: {
    /** Calls `then` after `ms`, unless `key` is set again or cancelled before. */
    readonly set: (key: string, ms: number, then: () => void) => void;
    readonly cancel: (key: string) => void;
  };
  readonly flag: (flag: { tone: 'success' | 'error' | 'info'; title: string; description?: string }) => void;
  /** Tells the Custom UI resource inside the Frame what to do. */
  readonly frame: (command: FrameCommand) => void;
  /** The events that rules can wait for: completion in the JSON editor offers them. */
  readonly events: readonly EventOption[];
}
