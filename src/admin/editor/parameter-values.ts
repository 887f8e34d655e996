// Parameter values between what the form types and what the rule holds. Pure.

import { isJsonObject } from '../../core/json';
import type { JsonObject, JsonValue } from '../../core/json';
import type { EditableAction } from './draft';

/** The parameters of an action; none when it has no `with`. */
export function parametersOf(action: EditableAction): JsonObject {
  return action.with ?? {};
}

/** The texts of a list parameter; anything else shows as an empty list. */
export function listOf(value: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  const items: readonly unknown[] = value;
  return items.filter((item) => typeof item === 'string');
}

/** What a text or number field shows of a value; nothing for values of other sorts. */
export function textValue(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A number as typed; text that is none is kept, so that the check can say so; blank is left out. */
export function numberOrText(text: string): number | string | undefined {
  if (text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** What a rule can hold as `with`: an object, or nothing. */
export function jsonParameter(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}
