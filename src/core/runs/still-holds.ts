// `onlyIfStill`: whether the condition of a rule still holds when its run acts late. Everything that can be read again
// is: the fields that are fetched on demand, and the title and the state of a page. It must not act.

import { parseEvent } from '../events/parse-event';
import { FailureError } from '../failure';
import { EventReader } from '../fields/event-reader';
import { judgeRules } from '../fields/judge-rules';
import { isJsonObject } from '../json';
import { err, ok } from '../result';
import { toFailure } from './to-failure';
import type { ParsedEvent } from '../events/event';
import type { Failure } from '../failure';
import type { Ports } from '../ports';
import type { Result } from '../result';
import type { Run } from './run';

/** An event that acts within this is taken to be as it was. */
const LATE_MS = 60_000;

/** Content whose title and state can be read again. */
const PUBLISHED = ['page', 'blogpost'];

/** Whether `run` must look again before its next step. */
export function mustLookAgain(run: Run, nowMs: number): boolean {
  if (run.onlyIfStill !== true) return false;
  const waited = run.steps.some(({ outcome }) => outcome === 'waiting');
  return waited || nowMs - Date.parse(run.eventAt ?? run.startedAt) > LATE_MS;
}

/** Why the rest of `run` is not to be done any more; undefined when it is; a failure when that could not be read. */
export async function whyNoLonger(run: Run, ports: Ports): Promise<Result<string | undefined, Failure>> {
  try {
    const [record, stored] = await Promise.all([
      ports.runs.getEvent(run.eventKey),
      ports.rules.get(run.rule),
    ]);
    if (record === undefined || stored === undefined)
      return ok('What the rule asks cannot be looked at again.');
    const event = await readAgain(parseEvent(record.payload), ports);
    if (event === undefined) return ok('The content is not there any more.');
    const reader = new EventReader(event, ports.fields);
    const context = { nowMs: ports.clock.nowMs(), paused: false, selfCaused: false };
    const [judged] = await judgeRules([stored], reader, context);
    if (reader.retryable !== undefined) return err(reader.retryable);
    const { verdict, why } = judged?.verdict ?? { verdict: 'off', why: '' };
    return ok(verdict === 'acts' ? undefined : `The condition no longer holds: ${why}`);
  } catch (error) {
    return err(toFailure(error));
  }
}

/** The event with the title and state that its page has now; undefined when the page is gone. */
async function readAgain(event: ParsedEvent, { confluence }: Ports): Promise<ParsedEvent | undefined> {
  const { contentId: id, contentType: type = 'page', kind } = event.subject;
  const content = event.facts['content'];
  if (id === undefined || !PUBLISHED.includes(type) || !isJsonObject(content)) return event;
  const ref = { id, type };
  try {
    const [{ title }, status] = await Promise.all([
      confluence.readContent(ref, { kind: 'app' }),
      confluence.contentStatus(ref, { kind: 'app' }),
    ]);
    // A comment's own title and state are not those of its page.
    const now = kind === type ? { ...content, title, status } : { ...content };
    const facts = { ...event.facts, content: now };
    return Object.create(event, { facts: { value: facts, enumerable: true } }) as ParsedEvent;
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === 'not-found') return undefined;
    throw error;
  }
}
