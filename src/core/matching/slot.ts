// The values of an event that leaves are about, each read once for an event: a field with its default, or a part of the
// subject that scopes look at. Reads agree with `var` in JSON Logic. It must not know any operator.

import { asOperation } from '../conditions/is-logic';
import { isWholePath, readSteps, splitPath } from '../conditions/read-path';
import { NAMED_READS } from './named-reads';
import type { ParsedEvent } from '../events/event';

/** One value of an event. Two leaves that read the same value share the very same slot. */
export interface Slot {
  /** Equal for equal slots: `["content.title",null]`, `subject.spaceKey`. */
  readonly key: string;
  /** The value where the event has it, else undefined. Never throws. */
  readonly read: (event: ParsedEvent) => unknown;
  /** What stands for a value that is not there: a default, or null. Whoever reads puts it in, which saves a call. */
  readonly fallback: unknown;
}

/** The value of `slot`; never undefined, and never throws. */
export function readSlot({ read, fallback }: Slot, event: ParsedEvent): unknown {
  const value = read(event);
  return value === undefined ? fallback : value;
}

/** The key of the event's space, which scopes are about. */
export const SPACE_KEY: Slot = {
  key: 'subject.spaceKey',
  read: ({ subject }) => subject.spaceKey,
  fallback: null,
};

/** The type of the event's space, which scopes are about. */
export const SPACE_TYPE: Slot = {
  key: 'subject.spaceType',
  read: ({ subject }) => subject.spaceType,
  fallback: null,
};

/** The slot of a plain field read, `{"var": path}` or with a primitive default; undefined for anything else. */
export function slotOfRead(logic: unknown): Slot | undefined {
  const operation = asOperation(logic);
  if (operation?.operator !== 'var' || operation.args.length > 2) return undefined;
  const [path, fallback] = operation.args;
  if (isWholePath(path) || !isPrimitive(path) || !isPrimitive(fallback)) return undefined;
  return slotOfPath(String(path), fallback ?? null);
}

function isPrimitive(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** Slots that rules asked for lately, by path and default: thousands of tests read the same few. */
const remembered = new Map<string, Map<unknown, Slot>>();

/** Paths that are remembered; beyond that it begins anew. */
const MAX_REMEMBERED = 500;

/** The slot of the field at a dotted path. */
export function slotOfPath(path: string, fallback: unknown = null): Slot {
  let ofPath = remembered.get(path);
  if (ofPath === undefined || ofPath.size >= MAX_REMEMBERED) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    ofPath = new Map<unknown, Slot>();
    remembered.set(path, ofPath);
  }
  let slot = ofPath.get(fallback);
  if (slot === undefined) {
    slot = { key: JSON.stringify([path, fallback]), read: reader(path), fallback };
    ofPath.set(fallback, slot);
  }
  return slot;
}

function reader(path: string): Slot['read'] {
  const named = NAMED_READS.get(path);
  if (named !== undefined) return named;
  const steps = splitPath(path);
  return ({ facts }) => readSteps(facts, steps, undefined);
}
