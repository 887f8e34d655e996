// A parsed event as an object of one shape, whatever was delivered: the engine keeps objects of one shape as records, and
// every rule reads its event. An accessor made for each event would turn each into a table. It must not read payloads.

import { eventKey } from './event-key';
import type { JsonObject } from '../json';
import type { ParsedEvent } from './event';

/** Keys that were asked for, by the payload that they come from. */
const keys = new WeakMap<JsonObject, string>();

/** What `parseEvent` answers. */
export class DeliveredEvent implements ParsedEvent {
  readonly type: string;
  readonly known: boolean;
  readonly facts: ParsedEvent['facts'];
  readonly subject: ParsedEvent['subject'];
  declare readonly actorAccountId?: string;
  declare readonly createdAt?: string;
  declare readonly selfGenerated?: boolean;
  /** Not a private member: an event may also be read through an object that inherits from it. */
  protected readonly payload: JsonObject;

  constructor(parts: Omit<ParsedEvent, 'key'>, payload: JsonObject) {
    const { type, known, facts, subject, ...rest } = parts;
    this.type = type;
    this.known = known;
    this.facts = facts;
    this.subject = subject;
    this.payload = payload;
    Object.assign(this, rest);
  }

  /** Hashing costs more than the rest of parsing, and an event that no rule wants is never claimed. */
  get key(): string {
    const known = keys.get(this.payload);
    if (known !== undefined) return known;
    const key = eventKey(this.type, this.payload);
    keys.set(this.payload, key);
    return key;
  }
}
