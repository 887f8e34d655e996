// Values worth giving to one field so that its tests answer in every way they can. The values considered are
// texts, numbers, true, false and nothing, and lists where a test is about a list. `complete` is claimed only
// where the kinds of use are understood. It must not evaluate the condition.

import type { EvaluationContext } from '../condition';
import type { FieldUse, Primitive } from './field-use';
import { isPrimitive } from './field-use';
import { listCandidates } from './list-candidates';
import { textCandidates } from './text-candidates';

/** What is known about one field. */
export interface FieldQuestions {
  readonly uses: readonly FieldUse[];
  /** What it is now; undefined where it is absent. */
  readonly current: unknown;
  /** Whether some test reads it with a default, so that absent differs from null. */
  readonly hasDefault: boolean;
}

export interface Candidates {
  /** The pleasant ones first. Undefined stands for an absent field. */
  readonly values: readonly unknown[];
  /** True when every combination of answers that a value can cause is caused by one of `values`. */
  readonly complete: boolean;
}

/** Candidates for one field. `elementFor` makes a list element for which a condition is true or false. */
export function candidateValues(
  questions: FieldQuestions,
  context: EvaluationContext,
  elementFor: (body: unknown, truth: boolean) => readonly unknown[],
): Candidates {
  const { uses, current, hasDefault } = questions;
  const texts = textCandidates(uses, current);
  const lists = listCandidates(uses, current, elementFor);
  const times = uses.flatMap((use) => (use.kind === 'date' ? use.timesMs : []));
  const numbers = numberCandidates(uses, times);
  const constants = uses.flatMap((use) => ('constants' in use ? use.constants : []));
  const nothing = hasDefault ? [null, undefined] : [null];
  const rest = [true, false, ...nothing, ...numbers];
  const leadsWithRest = typeof current === 'number' || typeof current === 'boolean' || numbers.length > 2;
  const values = [
    ...lists.values,
    ...dateCandidates(times, context),
    ...constants,
    ...(leadsWithRest ? [...rest, ...texts.texts] : [...texts.texts, ...rest]),
  ];
  return { values: distinct(values), complete: texts.complete && lists.complete };
}

/** On every limit, between neighbouring ones, and beyond the outermost. 0 and 1 for truthiness. */
function numberCandidates(uses: readonly FieldUse[], times: readonly number[]): readonly number[] {
  const constants = uses.flatMap((use) => ('constants' in use ? use.constants : []));
  const limits = [...new Set([...constants.map(toLimit), ...times])]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const [lowest, highest] = [limits[0], limits.at(-1)];
  if (lowest === undefined || highest === undefined) return [1, 0];
  const between = limits.slice(1).map((limit, index) => ((limits[index] ?? limit) + limit) / 2);
  return [highest + 1, lowest - 1, ...limits, ...between, 1, 0];
}

/** A text or a boolean is compared with a number by its number. */
function toLimit(constant: Primitive): number {
  return typeof constant === 'string' && constant.trim() === '' ? 0 : Number(constant);
}

/** A moment before, at and after each time, the time itself also in another spelling. */
function dateCandidates(times: readonly number[], context: EvaluationContext): readonly string[] {
  const day = 86_400_000;
  const shown = [context.nowMs, ...times].flatMap((time) => [
    time + day,
    time - day,
    time,
    time + 1,
    time - 1,
  ]);
  const spelt = times.length === 0 ? [] : shown.flatMap((time) => toIso(time));
  return [...spelt, ...spelt.map((text) => text.replace('Z', '+00:00'))];
}

function toIso(timeMs: number): string[] {
  const date = new Date(timeMs);
  const isWritable =
    !Number.isNaN(date.getTime()) && date.getUTCFullYear() >= 0 && date.getUTCFullYear() < 10_000;
  return isWritable ? [date.toISOString()] : [];
}

function distinct(values: readonly unknown[]): readonly unknown[] {
  const seen = new Set<unknown>();
  return values.filter((value) => {
    const key = isPrimitive(value) ? value : JSON.stringify(value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
