// The messages between the page and the Custom UI resource inside its Frame (static/rule-files),
// and their parsers. Both sides import this file. It must not send or receive anything.
//
// Forge's events are broadcast to every part of the app on the page, the sender perhaps included:
// hence one name for each direction.

import { isJsonObject } from '../json';

/** Key of the resource in manifest.yml that the Frame shows. */
export const FRAME_RESOURCE = 'rule-files';

/** Event name of messages to the Frame. */
export const TO_FRAME = 'rulewright.rule-files.command';
/** Event name of messages from the Frame. */
export const FROM_FRAME = 'rulewright.rule-files.report';

/** A name that completion offers, with what it means. */
export interface Suggestion {
  readonly value: string;
  readonly detail: string;
}

/** What the page tells the Frame. */
export type FrameCommand =
  /** Show the area for choosing and dropping a file. */
  | { readonly type: 'show-files' }
  /** Show the JSON editor with this text; `session` comes back with every change. */
  | {
      readonly type: 'show-editor';
      readonly session: number;
      readonly text: string;
      readonly events: readonly Suggestion[];
      readonly actions: readonly Suggestion[];
    }
  /** Offer this text as a file. */
  | { readonly type: 'download'; readonly name: string; readonly text: string };

/** What the Frame tells the page. */
export type FrameReport =
  /** It has loaded and listens; the page answers with what to show. */
  | { readonly type: 'ready' }
  | { readonly type: 'file-opened'; readonly name: string; readonly text: string }
  /** A file could not be taken; `reason` is a sentence. */
  | { readonly type: 'file-refused'; readonly name: string; readonly reason: string }
  | { readonly type: 'edited'; readonly session: number; readonly text: string };

/** Reads a message from the Frame; `undefined` for anything else on the same event name. */
export function parseFrameReport(value: unknown): FrameReport | undefined {
  if (!isJsonObject(value)) return undefined;
  const { type, name, text, reason, session } = value;
  switch (type) {
    case 'ready':
      return { type };
    case 'file-opened':
      return typeof name === 'string' && typeof text === 'string' ? { type, name, text } : undefined;
    case 'file-refused':
      return typeof name === 'string' && typeof reason === 'string' ? { type, name, reason } : undefined;
    case 'edited':
      return typeof session === 'number' && typeof text === 'string' ? { type, session, text } : undefined;
    default:
      return undefined;
  }
}

/** Reads a message from the page; `undefined` for anything else on the same event name. */
export function parseFrameCommand(value: unknown): FrameCommand | undefined {
  if (!isJsonObject(value)) return undefined;
  const { type, name, text, session, events, actions } = value;
  switch (type) {
    case 'show-files':
      return { type };
    case 'show-editor':
      return typeof session === 'number' && typeof text === 'string'
        ? { type, session, text, events: parseSuggestions(events), actions: parseSuggestions(actions) }
        : undefined;
    case 'download':
      return typeof name === 'string' && typeof text === 'string' ? { type, name, text } : undefined;
    default:
      return undefined;
  }
}

function parseSuggestions(value: unknown): readonly Suggestion[] {
  if (!Array.isArray(value)) return [];
  const items: readonly unknown[] = value;
  return items.flatMap((item) =>
    isJsonObject(item) && typeof item['value'] === 'string' && typeof item['detail'] === 'string'
      ? [{ value: item['value'], detail: item['detail'] }]
      : [],
  );
}
