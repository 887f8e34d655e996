// The facts of one event as they grow: what was fetched is added, and every field is asked for at most once.
// It must not decide which fields are wanted.

import { err } from '../result';
import { splitPath } from '../conditions/read-path';
import { isJsonObject } from '../json';
import { fetchableFieldsOf } from './fetchable-fields';
import type { ParsedEvent } from '../events/event';
import type { Failure } from '../failure';
import type { JsonObject, JsonValue } from '../json';
import type { FieldSource } from '../ports';

/** What is known of one event, shared by all of its rules. */
export class EventReader {
  readonly #source: FieldSource;
  readonly #failures = new Map<string, Failure>();
  #event: ParsedEvent;
  #unread: readonly string[];

  constructor(event: ParsedEvent, source: FieldSource) {
    this.#event = event;
    this.#source = source;
    this.#unread = fetchableFieldsOf(event);
  }

  /** The event with what has been fetched among its facts. */
  get event(): ParsedEvent {
    return this.#event;
  }

  /** Fields that can be fetched and have not been asked for. */
  get unread(): readonly string[] {
    return this.#unread;
  }

  /** Why fields could not be read, by path. */
  get failures(): ReadonlyMap<string, Failure> {
    return this.#failures;
  }

  /** The first failure that time can cure. */
  get retryable(): Failure | undefined {
    return [...this.#failures.values()].find(({ retryable }) => retryable);
  }

  /** Fetches those of `paths` that have not been asked for. A field that could not be read is among the failures. */
  async read(paths: readonly string[]): Promise<void> {
    const wanted = this.#unread.filter((path) => paths.includes(path));
    if (wanted.length === 0) return;
    this.#unread = this.#unread.filter((path) => !wanted.includes(path));
    const fetched = await this.#source.fetch(wanted, this.#event);
    let facts = this.#event.facts;
    for (const path of wanted) {
      const result = fetched.get(path) ?? err(notRead(path));
      if (!result.ok) this.#failures.set(path, result.error);
      else if (result.value !== undefined) facts = withValue(facts, splitPath(path), result.value);
    }
    // The key is worked out when it is asked for, which spreading would do.
    this.#event = Object.create(this.#event, { facts: { value: facts, enumerable: true } }) as ParsedEvent;
  }
}

function withValue(facts: JsonObject, steps: readonly string[], value: JsonValue): JsonObject {
  const [step = '', ...rest] = steps;
  if (rest.length === 0) return { ...facts, [step]: value };
  const inner = facts[step];
  return { ...facts, [step]: withValue(isJsonObject(inner) ? inner : {}, rest, value) };
}

function notRead(path: string): Failure {
  const message = `Failed to read ${path}: nothing was answered for it.`;
  return { kind: 'platform', message, retryable: false };
}
