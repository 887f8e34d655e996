// Trying the rule that is being written: on which event, what came of it, and the backtest over recorded events. Pure.
// The rule itself is the editor's; what is held here says nothing of it.

import type { BacktestChange } from '../../../core/rules/backtest';
import type { AdminError, AdminResult, Page } from '../../../core/admin/api/result';
import type { RecordedEvent } from '../../../core/admin/api/editor-api';
import type { JsonValue } from '../../../core/json';
import type { Trial } from '../../../core/runs/try-rule';
import { samplePayloadOf } from '../../../core/events/find-event';
import { ANY_EVENT } from '../../shared/event-options';
import { LOADING, toLoadable } from '../../shared/loadable';
import { next } from '../../machine/transition';
import type { Loadable } from '../../shared/loadable';
import type { Transition } from '../../machine/transition';

/** Which event the rule is tried on. */
export type TrySource =
  | { readonly kind: 'sample'; readonly eventType: string }
  | { readonly kind: 'pasted' }
  | { readonly kind: 'recorded'; readonly eventKey: string };

/** One recorded event on which the edited rule does otherwise than the saved one. */
export interface BacktestFinding {
  readonly event: RecordedEvent;
  readonly change: BacktestChange;
}

/** What the backtest found so far. */
export interface Backtest {
  readonly status: 'running' | 'done';
  readonly events: number;
  readonly findings: readonly BacktestFinding[];
  readonly error?: AdminError;
}

export interface TryState {
  readonly source: TrySource;
  /** The payload as typed, and why it is not JSON. */
  readonly pasted: { readonly text: string; readonly problem?: string };
  /** Rises when the payload's text came from elsewhere than its field. */
  readonly version: number;
  /** `undefined` before the first trial, and while the rule or the payload cannot be read. */
  readonly trial: Trial | undefined;
  /** Looking up fields that no event carries. */
  readonly looking: boolean;
  readonly error: AdminError | undefined;
  readonly recorded: Loadable<readonly RecordedEvent[]> | undefined;
  readonly backtest: Backtest | undefined;
}

export type TryEvent =
  | { readonly type: 'source-chosen'; readonly source: TrySource }
  | { readonly type: 'recorded-asked' }
  | { readonly type: 'recorded-loaded'; readonly result: AdminResult<Page<RecordedEvent>> }
  | { readonly type: 'payload-typed'; readonly text: string }
  | { readonly type: 'tried'; readonly trial: Trial | undefined }
  | { readonly type: 'lookup-asked' }
  | { readonly type: 'looked-up'; readonly result: AdminResult<Trial> }
  | { readonly type: 'backtest-asked' }
  | { readonly type: 'backtest-moved'; readonly backtest: Backtest };

export type TryEffect =
  | { readonly type: 'try-rule'; readonly rule: unknown; readonly payload: JsonValue }
  | { readonly type: 'look-up'; readonly rule: unknown; readonly payload: JsonValue }
  | { readonly type: 'load-recorded'; readonly when: readonly string[] }
  | {
      readonly type: 'backtest';
      readonly before: unknown;
      readonly after: unknown;
      readonly when: readonly string[];
    };

/** The rule as far as trying it needs to know. */
export interface Tried {
  readonly rule: { readonly when: readonly string[] };
  /** The rule as it is saved; `undefined` for a new one. */
  readonly saved: unknown;
}

type Step = Transition<TryState, TryEffect>;

/** What "any event" is tried on. */
const USUAL_EVENT = 'avi:confluence:created:page';

/** Nothing tried yet. */
export function firstTry(): TryState {
  return {
    source: { kind: 'sample', eventType: '' },
    pasted: { text: '' },
    version: 0,
    trial: undefined,
    looking: false,
    error: undefined,
    recorded: undefined,
    backtest: undefined,
  };
}

/** The source that holds for these events: a sample of another event gives way to one of the rule's. */
export function sourceFor(state: TryState, when: readonly string[]): TrySource {
  const { source } = state;
  if (source.kind !== 'sample' || when.includes(source.eventType)) return source;
  const isAny = when.includes(ANY_EVENT);
  if (isAny && samplePayloadOf(source.eventType) !== undefined) return source;
  return { kind: 'sample', eventType: isAny ? USUAL_EVENT : (when[0] ?? '') };
}

/** The payload to try on; `undefined` when there is none that can be read. */
export function payloadFor(state: TryState, when: readonly string[]): JsonValue | undefined {
  const source = sourceFor(state, when);
  switch (source.kind) {
    case 'sample':
      return samplePayloadOf(source.eventType);
    case 'pasted':
      return readPayload(state.pasted.text).payload;
    case 'recorded':
      return recordedEvents(state).find(({ eventKey }) => eventKey === source.eventKey)?.payload;
  }
}

/** The recorded events that are known: those that were loaded, and those that the backtest found, each once. */
export function recordedEvents({ recorded, backtest }: TryState): readonly RecordedEvent[] {
  const loaded = recorded?.status === 'ready' ? recorded.data : [];
  const found = (backtest?.findings ?? []).map(({ event }) => event);
  return [...new Map([...loaded, ...found].map((event) => [event.eventKey, event])).values()];
}

/** Tries the rule as it is now. */
export function tryNow(state: TryState, { rule }: Tried): Step {
  const payload = payloadFor(state, rule.when);
  return payload === undefined
    ? next({ ...state, trial: undefined })
    : next(state, { type: 'try-rule', rule, payload });
}

/** What follows from one event. */
export function reduceTry(state: TryState, event: TryEvent, tried: Tried): Step {
  const { when } = tried.rule;
  switch (event.type) {
    case 'source-chosen':
      return chooseSource(state, event.source, tried);
    case 'recorded-asked':
      return next({ ...state, recorded: LOADING }, { type: 'load-recorded', when });
    case 'recorded-loaded':
      return next({ ...state, recorded: toLoadable(itemsOf(event.result)) });
    case 'payload-typed': {
      const { problem } = readPayload(event.text);
      const pasted = { text: event.text, ...(problem === undefined ? {} : { problem }) };
      return tryNow({ ...state, pasted }, tried);
    }
    case 'tried':
      return next({ ...state, trial: event.trial, error: undefined });
    case 'lookup-asked': {
      const payload = payloadFor(state, when);
      return payload === undefined
        ? next(state)
        : next({ ...state, looking: true }, { type: 'look-up', rule: tried.rule, payload });
    }
    case 'looked-up':
      return event.result.ok
        ? next({ ...state, looking: false, trial: event.result.data, error: undefined })
        : next({ ...state, looking: false, error: event.result.error });
    case 'backtest-asked':
      return next(
        { ...state, backtest: { status: 'running', events: 0, findings: [] } },
        { type: 'backtest', before: tried.saved, after: tried.rule, when },
      );
    case 'backtest-moved':
      return next({ ...state, backtest: event.backtest });
  }
}

/** A pasted payload starts from the event that is on screen, so that nobody has to know its shape. */
function chooseSource(state: TryState, source: TrySource, tried: Tried): Step {
  if (source.kind !== 'pasted') return tryNow({ ...state, source, error: undefined }, tried);
  const payload = payloadFor(state, tried.rule.when);
  const text = payload === undefined ? state.pasted.text : JSON.stringify(payload, null, 2);
  return tryNow({ ...state, source, pasted: { text }, version: state.version + 1, error: undefined }, tried);
}

function readPayload(text: string): { readonly payload?: JsonValue; readonly problem?: string } {
  if (text.trim() === '') return {};
  try {
    // JSON.parse yields nothing but JSON values.
    return { payload: JSON.parse(text) as JsonValue };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

function itemsOf(result: AdminResult<Page<RecordedEvent>>): AdminResult<readonly RecordedEvent[]> {
  return result.ok ? { ok: true, data: result.data.items } : result;
}
