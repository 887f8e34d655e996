// Records an event on which no rule acts, where an admin wants that. It is a courtesy: trouble with it is logged and
// keeps nothing from working. What nobody could find out otherwise has to be told, or the delivery comes back: that a rule
// could not be judged, and that the event was taken for the echo of one of our own deeds, which a person's may be.

import { newRecord } from './claim-event';
import { commitFirst } from './commit-first';
import { tallyOfDuplicate, tallyOfEvent } from './tally';
import type { ParsedEvent } from '../events/event';
import type { Ports } from '../ports';
import type { EventRecord } from './event-record';
import type { JudgedEvent } from './judge-event';

/** Views and searches come by the thousand and have a setting of their own. */
const NOISY = /^avi:confluence:(viewed|performed):/;

/** Records `event` as seen, with the verdicts of the rules that matched it. */
export async function recordSeen(
  event: ParsedEvent,
  delivered: unknown,
  { judged, echoes, cause }: JudgedEvent,
  ports: Ports,
): Promise<void> {
  const mustTell = cause !== undefined || judged.some(({ verdict }) => verdict.verdict === 'condition-error');
  try {
    const { record: wanted, retentionDays } = await ports.settings.get();
    if (!(NOISY.test(event.type) ? wanted.viewed : wanted.events)) {
      if (echoes.length > 0) await ports.runs.commit({ echoes });
      return;
    }
    const verdicts = judged.map(({ verdict }) => verdict);
    const found = { verdicts, keepDays: retentionDays.events, ...(cause === undefined ? {} : { cause }) };
    const record: EventRecord = { ...newRecord(event, delivered, found, ports), state: 'seen' };
    const changes = { event: record, echoes, tally: tallyOfEvent(record) };
    if (mustTell) await commitFirst(changes, ports);
    else await ports.runs.commit(changes);
  } catch (error) {
    if (mustTell) throw error;
    ports.log.error('Failed to record an event on which no rule acts', {
      type: event.type,
      cause: String(error),
    });
  }
}

/** Counts a delivery of an event that is handled already. */
export async function countDuplicate(eventKey: string, ports: Ports): Promise<void> {
  ports.log.info('Duplicate delivery of an event that is handled already', { eventKey });
  try {
    const tally = tallyOfDuplicate(eventKey, ports.invocation.owner, ports.clock.nowMs());
    await ports.runs.commit({ tally });
  } catch (error) {
    ports.log.error('Failed to count a duplicate', { eventKey, cause: String(error) });
  }
}
