// Why each rule would act on an event, or would not: verdict, reason, clauses with what they found, planned actions.
// Nothing is done. Only the rules of the page that is asked for are explained; the rest are only judged.

import { explain } from '../conditions/explain';
import { fieldNames } from '../events/field-names';
import { EventReader } from '../fields/event-reader';
import { judgeRules } from '../fields/judge-rules';
import { readForActions } from '../matching/find-rules';
import { byPriority } from '../matching/matcher';
import { plannedActions } from '../runs/judge-payload';
import { VERDICTS } from '../runs/verdict';
import type { ExplainedClause } from '../conditions/explain';
import type { ParsedEvent } from '../events/event';
import type { JudgedRule } from '../fields/judge-rules';
import type { Ports } from '../ports';
import type { PlannedAction } from '../runs/judge-payload';
import type { RuleVerdict, Verdict } from '../runs/verdict';
import type { Page } from './api/result';

/** Rules on one page. */
const RULES_PER_PAGE = 20;

/** One rule's verdict, with all that explains it. */
export interface ExplainedVerdict extends RuleVerdict {
  readonly name: string;
  readonly priority: number;
  /** The clauses of the condition with what they found; absent without a condition or when it was not reached. */
  readonly clauses?: ExplainedClause;
  /** For a condition that does not hold: the fewest changes that would make it, as a sentence. */
  readonly change?: string;
  /** Present for the verdicts `acts` and `shadow`. */
  readonly actions: readonly PlannedAction[];
}

/** Every rule that was not left out, those that act first. */
export interface ExplainedVerdicts extends Page<ExplainedVerdict> {
  readonly eventType: string;
  /** How many rules got each verdict; those left out are not counted. */
  readonly counts: Readonly<Partial<Record<Verdict, number>>>;
}

export interface ExplainOptions {
  readonly cursor?: string;
  /** Verdicts whose rules are neither shown nor counted. @default none */
  readonly without?: readonly Verdict[];
  /** What was decided when the event was handled; it wins over what holds now. */
  readonly recorded?: ReadonlyMap<string, RuleVerdict>;
}

/** What each verdict is worth to who asks "why not": those that nearly acted come before those that never could. */
const RANKS: readonly Verdict[] = [
  'acts',
  'shadow',
  'condition-error',
  'loop-stopped',
  'budget-exhausted',
  'self-caused',
  'paused',
  'duplicate',
  'condition-false',
  'off',
  'out-of-scope',
  'wrong-event',
];

/** The verdicts of all rules on `event`, a page at a time. */
export async function explainVerdicts(
  event: ParsedEvent,
  { cursor, without = [], recorded }: ExplainOptions,
  ports: Pick<Ports, 'rules' | 'settings' | 'clock' | 'fields'>,
): Promise<ExplainedVerdicts> {
  const reader = new EventReader(event, ports.fields);
  const [rules, { paused }] = await Promise.all([ports.rules.snapshot(), ports.settings.get()]);
  const context = { nowMs: ports.clock.nowMs(), paused, selfCaused: event.selfGenerated === true };
  const judged = (await judgeRules([...rules].sort(byPriority), reader, context))
    .map(({ stored, verdict }) => ({ stored, verdict: recorded?.get(stored.rule.id) ?? verdict }))
    .filter(({ verdict }) => !without.includes(verdict.verdict))
    .sort((a, b) => RANKS.indexOf(a.verdict.verdict) - RANKS.indexOf(b.verdict.verdict));
  const start = cursor === undefined ? 0 : Number.parseInt(cursor, 10) || 0;
  const shown = judged.slice(start, start + RULES_PER_PAGE);
  await readForActions(shown.filter(isActing), reader);
  const end = start + shown.length;
  return {
    eventType: event.type,
    counts: countsOf(judged),
    items: shown.map((each) => explained(each, reader, context.nowMs)),
    ...(end < judged.length ? { cursor: String(end) } : {}),
  };
}

/** One judged rule with its clauses and its planned actions. */
export function explained(
  { stored, verdict }: JudgedRule,
  reader: EventReader,
  nowMs: number,
): ExplainedVerdict {
  const { rule } = stored;
  const acting = isActing({ verdict });
  const reached = acting || verdict.verdict === 'condition-false' || verdict.verdict === 'condition-error';
  const unknownPaths = [...reader.unread, ...reader.failures.keys()];
  const why =
    reached && rule.if !== undefined
      ? explain(rule.if, reader.event.facts, { nowMs, unknownPaths, nameOf: fieldNames(rule.when) })
      : undefined;
  const change = verdict.verdict === 'condition-false' ? why?.smallestChange?.words : undefined;
  return {
    ...verdict,
    name: rule.name,
    priority: rule.priority,
    actions: acting ? plannedActions(stored, reader.event, nowMs, reader.failures) : [],
    ...(why === undefined ? {} : { clauses: why.tree }),
    ...(change === undefined ? {} : { change }),
  };
}

function isActing({ verdict }: Pick<JudgedRule, 'verdict'>): boolean {
  return verdict.verdict === 'acts' || verdict.verdict === 'shadow';
}

function countsOf(judged: readonly Pick<JudgedRule, 'verdict'>[]): ExplainedVerdicts['counts'] {
  const counts = VERDICTS.map(
    (name) => [name, judged.filter(({ verdict }) => verdict.verdict === name).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}
