// Recognises an event that one of our own writes made, and where in a chain of rules it stands. An entry of the ledger
// is used up by so many events as the write makes; an event that is delivered again is recognised again.

import { echoKeysOf } from './echo-keys';
import { toIso } from './lease';
import type { ParsedEvent } from '../events/event';
import type { Ports } from '../ports';
import type { Cause } from './cause';
import type { EchoEntry, EchoRecord } from './echo';

export interface Heard {
  /** This app made the change that the event tells of. */
  readonly selfCaused: boolean;
  /** The chain that led to it; absent when none is known. */
  readonly cause?: Cause;
  /** The record with the event in it, to be written with the claim. */
  readonly echo?: EchoRecord;
}

/** Looks `event` up in the ledger. */
export async function hearEcho(
  event: ParsedEvent,
  { runs, confluence, clock }: Pick<Ports, 'runs' | 'confluence' | 'clock'>,
): Promise<Heard> {
  const byApp = await isByApp(event, { confluence });
  const now = toIso(clock.nowMs());
  for (const key of echoKeysOf(event)) {
    const record = await runs.getEcho(key);
    const entry = record?.entries.find((each) => answersTo(each, event, byApp, now));
    if (record === undefined || entry === undefined) continue;
    if (entry.usedBy.includes(event.key)) return { selfCaused: true, cause: entry.cause };
    const used = { ...entry, usedBy: [...entry.usedBy, event.key] };
    const entries = record.entries.map((each) => (each === entry ? used : each));
    return {
      selfCaused: true,
      cause: entry.cause,
      echo: { ...record, revision: record.revision + 1, entries },
    };
  }
  return { selfCaused: byApp };
}

function answersTo(entry: EchoEntry, event: ParsedEvent, byApp: boolean, now: string): boolean {
  if (entry.usedBy.includes(event.key)) return true;
  if (entry.until < now || entry.usedBy.length >= entry.events) return false;
  return entry.actor === 'app' ? byApp : entry.actor === event.actorAccountId;
}

async function isByApp(event: ParsedEvent, { confluence }: Pick<Ports, 'confluence'>): Promise<boolean> {
  if (event.selfGenerated !== undefined) return event.selfGenerated;
  return event.actorAccountId !== undefined && event.actorAccountId === (await confluence.appAccountId());
}
