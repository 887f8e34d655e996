// Recognises what a test depends on and how its truth follows from one value. Whatever it does not recognise is
// evaluated as it is written. It must claim nothing that does not hold for every value: null, numbers, lists, objects.

import { asOperation } from '../conditions/is-logic';
import { compilePattern } from '../conditions/match-pattern';
import { LABELS_PATH, OWN_OPERATIONS } from '../conditions/own-operations';
import { parseSpan } from '../conditions/parse-date';
import { BINARY } from '../conditions/standard-operations';
import { truthy } from '../conditions/truthy';
import { slotOfPath, slotOfRead } from './slot';
import type { Operation } from '../conditions/is-logic';
import type { LeafShape, Probe } from './leaf';
import type { Slot } from './slot';

const UNKNOWN: LeafShape = { throws: 'maybe' };

type Recognise = (operation: Operation) => LeafShape | undefined;

/** What is known of `logic`, which is not put together of other tests. */
export function recogniseLeaf(logic: unknown): LeafShape {
  const operation = asOperation(logic);
  if (operation === undefined) return UNKNOWN;
  const slot = slotOfRead(logic);
  if (slot !== undefined) return { throws: 'never', slot, test: truthy };
  return BY_OPERATOR.get(operation.operator)?.(operation) ?? UNKNOWN;
}

const BY_OPERATOR: ReadonlyMap<string, Recognise> = new Map<string, Recognise>([
  ['==', equality],
  ['===', equality],
  ['in', membership],
  ...['>', '>=', '<', '<='].map((operator): [string, Recognise] => [operator, comparison]),
  ['contains', ownText('part')],
  ['startsWith', ownText('prefix')],
  ['endsWith', ownText('suffix')],
  ['some', someElement],
  ['hasLabel', hasLabel],
  ['isEmpty', presence],
  ['isMissing', presence],
  ...['matches', 'glob', 'before', 'after', 'olderThan'].map((operator): [string, Recognise] => [
    operator,
    lateOwn,
  ]),
]);

function isPrimitive(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** A read and a constant, in either order. */
function readAndConstant({
  args,
}: Operation): { slot: Slot; constant: unknown; swapped: boolean } | undefined {
  if (args.length !== 2) return undefined;
  const [left, right] = args;
  const [leftSlot, rightSlot] = [slotOfRead(left), slotOfRead(right)];
  if (leftSlot !== undefined && isPrimitive(right))
    return { slot: leftSlot, constant: right, swapped: false };
  if (rightSlot !== undefined && isPrimitive(left)) return { slot: rightSlot, constant: left, swapped: true };
  return undefined;
}

function equality(operation: Operation): LeafShape | undefined {
  const found = readAndConstant(operation);
  if (found === undefined) return substrEquality(operation);
  const { slot, constant } = found;
  if (operation.operator === '===') {
    return { throws: 'never', slot, test: (value) => value === constant, ...equalProbe(constant) };
  }
  // Texts are compared without coercion; asking for that first is what makes it fast.
  const test =
    typeof constant === 'string'
      ? (value: unknown) => (typeof value === 'string' ? value === constant : value == constant)
      : (value: unknown) => value == constant;
  return { throws: 'values', slot, test, ...equalProbe(constant) };
}

function equalProbe(constant: unknown): { readonly probe?: Probe } {
  return typeof constant === 'string' ? { probe: { kind: 'equal', texts: [constant] } } : {};
}

/** `substr(text, 0, n) == "…"` with n letters is a prefix, `substr(text, -n) == "…"` a suffix. */
function substrEquality({ args }: Operation): LeafShape | undefined {
  const [left, text] = args;
  const inner = asOperation(left);
  if (args.length !== 2 || inner?.operator !== 'substr' || typeof text !== 'string' || text === '') {
    return undefined;
  }
  const [read, start, length] = inner.args;
  const slot = slotOfRead(read);
  if (slot === undefined) return undefined;
  if (inner.args.length === 3 && start === 0 && length === text.length) {
    const probe: Probe = { kind: 'prefix', text };
    return { throws: 'values', slot, probe, test: (value) => toText(value).startsWith(text) };
  }
  if (inner.args.length === 2 && start === -text.length) {
    const probe: Probe = { kind: 'suffix', text };
    return { throws: 'values', slot, probe, test: (value) => toText(value).endsWith(text) };
  }
  return undefined;
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : String(value);
}

function membership({ args }: Operation): LeafShape | undefined {
  if (args.length !== 2) return undefined;
  const [needle, haystack] = args;
  const slot = slotOfRead(needle);
  if (slot !== undefined && Array.isArray(haystack)) {
    const list = haystack as readonly unknown[];
    if (!list.every(isPrimitive)) return undefined;
    const texts = list.filter((each) => typeof each === 'string');
    const probe: Probe = { kind: 'equal', texts };
    return { throws: 'never', slot, probe, test: (value) => list.indexOf(value) !== -1 };
  }
  const inSlot = slotOfRead(haystack);
  const isIn = BINARY.get('in');
  if (inSlot === undefined || isIn === undefined || !isPrimitive(needle)) return undefined;
  return {
    throws: 'values',
    slot: inSlot,
    ...(typeof needle === 'string' && needle !== ''
      ? {
          test: (value) =>
            typeof value === 'string' ? value.includes(needle) : isIn(needle, value) === true,
          probe: { kind: 'part', text: needle },
        }
      : { test: (value) => isIn(needle, value) === true }),
  };
}

function comparison(operation: Operation): LeafShape | undefined {
  const found = readAndConstant(operation);
  const apply = BINARY.get(operation.operator);
  if (found === undefined || apply === undefined) return undefined;
  const { slot, constant, swapped } = found;
  const test = swapped
    ? (value: unknown) => apply(constant, value) === true
    : (value: unknown) => apply(value, constant) === true;
  return { throws: 'values', slot, test };
}

function ownText(kind: 'part' | 'prefix' | 'suffix'): Recognise {
  return ({ operator, args }) => {
    const [read, constant] = args;
    const slot = slotOfRead(read);
    if (slot === undefined || args.length !== 2 || !isPrimitive(constant)) return undefined;
    const operation = OWN_OPERATIONS[operator as 'contains' | 'startsWith' | 'endsWith'];
    const context = { nowMs: 0 };
    return {
      throws: 'never',
      slot,
      test: (value) => operation([value, constant], undefined, context),
      ...(typeof constant === 'string' && constant !== '' ? { probe: { kind, text: constant } } : {}),
    };
  };
}

/** `some(list, field == "…")`, or with `in`: anything else about elements is evaluated as it is written. */
function someElement({ args }: Operation): LeafShape | undefined {
  const [list, body] = args;
  const slot = slotOfRead(list);
  const inner = asOperation(body);
  if (slot === undefined || args.length !== 2 || inner === undefined) return undefined;
  const [read, constant] = inner.args;
  const field = elementField(read);
  const texts = inner.operator === 'in' ? constant : [constant];
  const isTest = ['==', '===', 'in'].includes(inner.operator) && inner.args.length === 2;
  if (field === undefined || !isTest || !Array.isArray(texts)) return undefined;
  if (!texts.every((each): each is string => typeof each === 'string')) return undefined;
  const apply = BINARY.get(inner.operator);
  if (apply === undefined) return undefined;
  return {
    throws: 'values',
    slot,
    probe: { kind: 'element', field, folded: false, texts },
    test: (value) => {
      if (!Array.isArray(value)) return false;
      for (const each of value) if (apply(fieldOfElement(each, field), constant) === true) return true;
      return false;
    },
  };
}

/** What `{"var": field}` is for an element. */
export function fieldOfElement(element: unknown, field: string): unknown {
  if (field === '') return element;
  if (element === null || element === undefined) return null;
  // Labels have names; a field that is written out is found faster.
  if (field === 'name') return (element as { readonly name?: unknown }).name ?? null;
  return (element as Readonly<Record<string, unknown>>)[field] ?? null;
}

/** The one step that `{"var": "name"}` takes from an element, or the empty text for the element itself. */
function elementField(logic: unknown): string | undefined {
  const operation = asOperation(logic);
  const [path] = operation?.args ?? [];
  if (operation?.operator !== 'var' || operation.args.length !== 1 || typeof path !== 'string')
    return undefined;
  return path.includes('.') ? undefined : path;
}

function hasLabel({ args }: Operation): LeafShape | undefined {
  if (!args.every((each) => typeof each === 'string')) return undefined;
  const context = { nowMs: 0 };
  return {
    throws: 'never',
    slot: slotOfPath(LABELS_PATH),
    probe: { kind: 'element', field: 'name', folded: true, texts: args.map((each) => each.toLowerCase()) },
    test: (labels) => OWN_OPERATIONS.hasLabel(args, { content: { labels } }, context),
  };
}

function presence({ operator, args }: Operation): LeafShape | undefined {
  const slot = slotOfRead(args[0]);
  if (slot === undefined || args.length !== 1) return undefined;
  const operation = OWN_OPERATIONS[operator as 'isEmpty' | 'isMissing'];
  return { throws: 'never', slot, test: (value) => operation([value], undefined, { nowMs: 0 }) };
}

/** Tests that need the time or cost much: evaluated when they are reached, but known not to fail. */
function lateOwn({ operator, args }: Operation): LeafShape | undefined {
  const [read, constant] = args;
  if (slotOfRead(read) === undefined || args.length !== 2 || typeof constant !== 'string') return undefined;
  if (operator === 'matches' && !compilePattern(constant).ok) return undefined;
  if (operator === 'olderThan' && parseSpan(constant) === undefined) return undefined;
  return { throws: 'never' };
}
