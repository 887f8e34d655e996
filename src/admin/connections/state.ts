// Connections and the addresses that the app may reach: what the view shows and what follows from each event. Pure.
//
// A connection is saved and deleted at once, apart from the settings. Saving one asks for its address to be allowed when
// it is not; whether that is confirmed is Confluence's affair, and the connection stays either way.

import { isWebhookAddress, originOf } from '../../core/webhooks/webhook-address';
import type { AdminError, AdminResult } from '../../core/admin/api/result';
import type { ConnectionSummary } from '../../core/outgoing-ports';
import { LOADING, toLoadable } from '../shared/loadable';
import type { Loadable } from '../shared/loadable';
import { next } from '../machine/transition';
import type { CommonEffect, Transition } from '../machine/transition';
import { words } from '../wording';

type Summaries = readonly ConnectionSummary[];
type Addresses = readonly string[];

export interface ConnectionDraft {
  readonly name: string;
  readonly url: string;
  readonly secret: string;
}

export interface ConnectionsState {
  readonly list: Loadable<Summaries>;
  /** Addresses that the app may reach. */
  readonly allowed: Loadable<Addresses>;
  readonly draft: ConnectionDraft;
  /** Rises when the fields are emptied, so that they are drawn anew. */
  readonly form: number;
  readonly busy: boolean;
  readonly error: AdminError | undefined;
  /** An address that is typed to be allowed, and why it was not. */
  readonly address: string;
  readonly addressError: string | undefined;
  /** What is asked before it is done. */
  readonly question:
    | { readonly about: 'connection'; readonly name: string }
    | { readonly about: 'address'; readonly address: string }
    | undefined;
}

export type ConnectionsEvent =
  | { readonly type: 'shown' }
  | { readonly type: 'listed'; readonly result: AdminResult<Summaries> }
  | { readonly type: 'allowed-listed'; readonly result: AdminResult<Addresses> }
  | { readonly type: 'typed'; readonly patch: Partial<ConnectionDraft> }
  | { readonly type: 'save-asked' }
  | {
      readonly type: 'saved';
      readonly name: string;
      readonly url: string;
      readonly result: AdminResult<Summaries>;
    }
  | { readonly type: 'address-typed'; readonly address: string }
  | { readonly type: 'allow-asked'; readonly address: string }
  | { readonly type: 'allow-answered'; readonly address: string; readonly result: AdminResult<Addresses> }
  | { readonly type: 'asked'; readonly question: NonNullable<ConnectionsState['question']> }
  | { readonly type: 'question-closed' }
  | { readonly type: 'confirmed' }
  | { readonly type: 'deleted'; readonly name: string; readonly result: AdminResult<Summaries> }
  | { readonly type: 'forgotten'; readonly address: string; readonly result: AdminResult<Addresses> };

export type ConnectionsEffect =
  | { readonly type: 'load' }
  | { readonly type: 'save'; readonly draft: ConnectionDraft }
  | { readonly type: 'delete'; readonly name: string }
  | { readonly type: 'allow'; readonly address: string }
  | { readonly type: 'forget'; readonly address: string }
  | CommonEffect<ConnectionsEvent>;

type Step = Transition<ConnectionsState, ConnectionsEffect>;

const EMPTY: ConnectionDraft = { name: '', url: '', secret: '' };

/** Before anybody has looked. */
export function firstConnections(): ConnectionsState {
  return {
    list: LOADING,
    allowed: LOADING,
    draft: EMPTY,
    form: 0,
    busy: false,
    error: undefined,
    address: '',
    addressError: undefined,
    question: undefined,
  };
}

/** Whether the app may reach where a connection leads; undefined while that is not known. */
export function mayReach({ allowed }: ConnectionsState, origin: string): boolean | undefined {
  return allowed.status === 'ready' ? allowed.data.includes(origin) : undefined;
}

/** What follows from one event. */
export function reduceConnections(state: ConnectionsState, event: ConnectionsEvent): Step {
  switch (event.type) {
    case 'shown':
      return next(firstConnections(), { type: 'load' });
    case 'listed':
      return next({ ...state, list: toLoadable(event.result) });
    case 'allowed-listed':
      return next({ ...state, allowed: toLoadable(event.result) });
    case 'typed':
      return next({ ...state, draft: { ...state.draft, ...event.patch } });
    case 'save-asked':
      return state.busy
        ? next(state)
        : next({ ...state, busy: true, error: undefined }, { type: 'save', draft: state.draft });
    case 'saved':
      return saved(state, event);
    case 'address-typed':
      return next({ ...state, address: event.address, addressError: undefined });
    case 'allow-asked':
      return allowAsked(state, event.address);
    case 'allow-answered':
      return allowAnswered(state, event);
    case 'asked':
      return next({ ...state, question: event.question });
    case 'question-closed':
      return next({ ...state, question: undefined });
    case 'confirmed':
      return confirmed(state);
    case 'deleted':
      return event.result.ok
        ? done({ ...state, list: toLoadable(event.result) }, words.connections.deleted(event.name))
        : next({ ...state, busy: false, question: undefined, error: event.result.error });
    case 'forgotten':
      return event.result.ok
        ? done({ ...state, allowed: toLoadable(event.result) }, words.connections.forgotten(event.address))
        : next({ ...state, busy: false, question: undefined, addressError: event.result.error.message });
  }
}

function saved(state: ConnectionsState, event: ConnectionsEvent & { readonly type: 'saved' }): Step {
  if (!event.result.ok) return next({ ...state, busy: false, error: event.result.error });
  const emptied = { ...state, list: toLoadable(event.result), draft: EMPTY, form: state.form + 1 };
  const told = done(emptied, words.connections.saved(event.name));
  const origin = originOf(event.url);
  if (origin === undefined || mayReach(state, origin) === true) return told;
  const asked = allowAsked(told.state, origin);
  return { state: asked.state, effects: [...told.effects, ...asked.effects] };
}

function allowAsked(state: ConnectionsState, typed: string): Step {
  const address = isWebhookAddress(typed.trim()) ? originOf(typed.trim()) : undefined;
  if (state.busy) return next(state);
  if (address === undefined) return next({ ...state, addressError: words.connections.addressInvalid });
  return next({ ...state, busy: true, addressError: undefined }, { type: 'allow', address });
}

function allowAnswered(
  state: ConnectionsState,
  { address, result }: ConnectionsEvent & { readonly type: 'allow-answered' },
): Step {
  if (!result.ok) return next({ ...state, busy: false, addressError: result.error.message });
  const emptied = { ...state, allowed: toLoadable(result), address: '', form: state.form + 1 };
  return done(emptied, words.connections.allowedNow(address));
}

function confirmed(state: ConnectionsState): Step {
  const { question, busy } = state;
  if (question === undefined || busy) return next(state);
  return question.about === 'connection'
    ? next({ ...state, busy: true }, { type: 'delete', name: question.name })
    : next({ ...state, busy: true }, { type: 'forget', address: question.address });
}

function done(state: ConnectionsState, title: string): Step {
  return next({ ...state, busy: false, question: undefined }, { type: 'flag', tone: 'success', title });
}
