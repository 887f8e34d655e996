// Under which keys of the ledger a write is expected to come back as an event, and an event is looked for.
// Both must name the same thing for the same write: what was written, and on what.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ACTIONS, isActionKind } from '../actions/index';
import { isJsonObject } from '../json';
import type { ParsedEvent } from '../events/event';
import type { JsonObject } from '../json';
import type { Run, Step } from './run';

/** An awaited echo: its key, and how many events the write makes at most. */
export interface AwaitedEcho {
  readonly key: string;
  readonly events: number;
}

const ID_PATTERN = /^avi:confluence:([^:]+):([^:]+)/;

/** Subjects whose events tell of a write to the content itself. */
const CONTENT = new Set([
  'page',
  'blogpost',
  'whiteboard',
  'database',
  'embed',
  'folder',
  'attachment',
  'custom_content',
]);

/** What somebody does to content without writing it: no action does it. */
const UNWRITTEN = new Set(['viewed', 'liked', 'performed', 'children_reordered', 'snapshotted']);

/** Labels that one action names at most, beside those it takes away. */
const MANY_LABELS = 40;

/** Where `event` is looked for in the ledger; empty for what no action can cause. */
export function echoKeysOf({ type, subject }: Pick<ParsedEvent, 'type' | 'subject'>): readonly string[] {
  const [, action = '', about = ''] = ID_PATTERN.exec(type) ?? [];
  const target = subject.contentId ?? subject.id;
  if (UNWRITTEN.has(action)) return [];
  if (about === 'label')
    return [`label:${subject.kind === 'space' ? `space-${subject.spaceKey ?? ''}` : target}`];
  if (about === 'comment') return [`comment:${target}`];
  if (about === 'task') return [`task:${subject.id}`];
  if (!CONTENT.has(about)) return [];
  const isNew = action === 'created' || action === 'copied' || action === 'initialized';
  return [`page:${target}`, ...(isNew && subject.title !== undefined ? [newContentKey(subject.title)] : [])];
}

/** What the effect of `step` will be heard as. */
export function awaitedEchoes(step: Step, run: Run): readonly AwaitedEcho[] {
  if (!isActionKind(step.action)) return [];
  const effect = step.effect ?? {};
  const target = targetOf(effect) ?? run.subject.contentId ?? run.subject.id;
  const action = ACTIONS[step.action];
  const writes = new Set(action.writes);
  // The id of what is made is not known before.
  if (action.causes.includes('created:page')) {
    return typeof effect['title'] === 'string' ? [{ key: newContentKey(effect['title']), events: 2 }] : [];
  }
  return [
    ...(writes.has('label') ? [{ key: `label:${target}`, events: countLabels(effect) }] : []),
    ...(writes.has('comment') ? [{ key: `comment:${target}`, events: 1 }] : []),
    ...(writes.has('task') ? [{ key: `task:${run.subject.id}`, events: 1 }] : []),
    ...(['page', 'restriction', 'status'].some((each) => writes.has(each))
      ? [{ key: `page:${target}`, events: 1 }]
      : []),
  ];
}

function targetOf(effect: JsonObject): string | undefined {
  const within = isJsonObject(effect['add']) ? effect['add'] : effect;
  const content = within['content'];
  if (isJsonObject(content) && typeof content['id'] === 'string') return content['id'];
  return typeof within['spaceKey'] === 'string' ? `space-${within['spaceKey']}` : undefined;
}

function countLabels(effect: JsonObject): number {
  const parts = [effect, effect['add'], effect['remove']].filter(isJsonObject);
  const count = parts.reduce((sum, { labels }) => sum + (Array.isArray(labels) ? labels.length : 0), 0);
  return Math.min(MANY_LABELS, Math.max(1, count));
}

/** Content is known by its title until it has an id. */
function newContentKey(title: string): string {
  return `new:${bytesToHex(sha256(utf8ToBytes(title.trim().toLowerCase()))).slice(0, 32)}`;
}
