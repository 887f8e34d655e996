// The rules that act on an event, found through the stored index. Every rule that the index names is read and judged
// as it stands now, so an index that is a moment old never makes a rule act that was changed. The index knows payloads
// alone; fields that none carries are fetched here, for the conditions that still need them and then for the actions.

import { FailureError } from '../failure';
import { fieldsOfActions } from '../fields/action-fields';
import { fieldsNeeded } from '../fields/fetchable-fields';
import { judgeRules } from '../fields/judge-rules';
import { mapConcurrently } from '../runs/map-concurrently';
import { byPriority } from './matcher';
import { matchStored } from './shard-store';
import type { EventReader } from '../fields/event-reader';
import type { JudgedRule } from '../fields/judge-rules';
import type { Ports } from '../ports';
import type { JudgeContext } from '../runs/judge-rule';

/** Rules read at the same time. */
const CONCURRENT_READS = 8;

/**
 * The rules that the index finds, by priority, with the verdict that the context gives them. Throws a
 * `FailureError` when a field they need could not be read and time can cure that, unless this is the `isLast` delivery.
 */
export async function findRules(
  reader: EventReader,
  contextOf: () => Promise<JudgeContext>,
  { rules, index, clock, log }: Pick<Ports, 'rules' | 'index' | 'clock' | 'log'>,
  isLast: boolean,
): Promise<readonly JudgedRule[]> {
  const { event } = reader;
  const open = { nowMs: clock.nowMs(), paused: false, selfCaused: false };
  const matched = await matchStored(index, event, open);
  const candidates = matched.ok
    ? await mapConcurrently(matched.value, CONCURRENT_READS, ({ rule }) => rules.get(rule))
    : await rules.snapshot();
  const found = candidates.filter((stored) => stored !== undefined).sort(byPriority);
  if (found.length === 0) return [];
  const judged = await judgeRules(found, reader, await contextOf());
  const acting = judged.filter(({ verdict: { verdict } }) => verdict === 'acts' || verdict === 'shadow');
  if (reader.retryable === undefined || isLast) await readForActions(acting, reader);
  if (reader.retryable !== undefined && !isLast) throw new FailureError(reader.retryable);
  for (const [path, { message }] of reader.failures) {
    log.error('A field that rules read could not be fetched', { eventKey: event.key, path, message });
  }
  return judged;
}

/** Fetches what the templates of the rules' actions read. */
export async function readForActions(
  rules: readonly Pick<JudgedRule, 'stored'>[],
  reader: EventReader,
): Promise<void> {
  const reads = rules.flatMap(({ stored }) => fieldsOfActions(stored.rule.then));
  await reader.read(fieldsNeeded(reads, reader.unread));
}
