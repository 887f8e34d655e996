// Why each rule acted on a recorded event or did not. What was decided when the event was handled wins; the others are
// judged as the rules and the page are now. Nothing is done.

import { parseEvent } from '../../events/parse-event';
import { answer, refuse } from '../answers';
import { explainVerdicts } from '../explain-verdicts';
import { nextChange } from '../viewer/next-change';
import type { Ports } from '../../ports';
import type { AdminResult } from '../api/result';
import type { ExplainedVerdicts } from '../explain-verdicts';
import type { Viewer } from '../viewer/viewer';

/** The verdicts of all rules on the event of that key, a page at a time. */
export async function whyNot(
  eventKey: string,
  cursor: string | undefined,
  ports: Pick<Ports, 'runs' | 'rules' | 'settings' | 'clock' | 'fields'>,
): Promise<AdminResult<ExplainedVerdicts>> {
  const record = await ports.runs.getEvent(eventKey);
  if (record === undefined) {
    return refuse(
      'not-found',
      `Failed to find the event "${eventKey}": it is no longer kept. Reload the list.`,
    );
  }
  const recorded = new Map(record.verdicts.map((verdict) => [verdict.rule, verdict]));
  return answer(
    await explainVerdicts(
      parseEvent(record.payload),
      { recorded, ...(cursor === undefined ? {} : { cursor }) },
      ports,
    ),
  );
}

/** The verdicts of all rules if the admin changed that page now. */
export async function whyNotNext(
  contentId: string,
  cursor: string | undefined,
  viewer: Viewer,
  ports: Pick<Ports, 'rules' | 'settings' | 'clock' | 'fields'>,
): Promise<AdminResult<ExplainedVerdicts>> {
  const content = await viewer.content(contentId);
  if (content === undefined) {
    return refuse('not-found', 'Failed to find the page: it was deleted, or you may not see it.');
  }
  const event = nextChange(content, viewer.accountId, ports.clock.nowMs());
  return answer(await explainVerdicts(event, cursor === undefined ? {} : { cursor }, ports));
}
