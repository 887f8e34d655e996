// What live rules do to each other: rules that set each other off in a circle, and rules that undo what the other does
// for the same event. A warning names an event on which it happens where the samples have one; else it is possible only.

import { canonicalEventId, samplePayloadOf } from '../events/find-event';
import { EVENTS } from '../events/catalogue';
import { judgePayload } from '../runs/judge-payload';
import { clashOf, eventsCausedBy } from './rule-effects';
import type { JsonObject } from '../json';
import type { Rule } from './rule';

export interface RuleConflict {
  readonly kind: 'cycle' | 'contradiction';
  /** Ids, for a cycle in the order in which they set each other off. */
  readonly rules: readonly string[];
  readonly message: string;
}

/** Longest circle that is looked for; a chain of rules is stopped there. */
const MAX_CYCLE = 5;

/** Rules looked at on the way; what is not found within them is stopped by the depth all the same. */
const MAX_STEPS = 20_000;

/** Circles and contradictions that are told; whoever has more has read enough. */
const MAX_CONFLICTS = 50;

/** Every conflict among those of `rules` that are live; with `about`, those that this rule is part of. */
export function findConflicts(
  rules: readonly Rule[],
  nowMs: number,
  about?: string,
): readonly RuleConflict[] {
  const live = rules.filter(({ state }) => state === 'live');
  const all = [...findCycles(live, nowMs, about), ...findContradictions(live, nowMs, about)];
  return all.slice(0, MAX_CONFLICTS);
}

/** Only rules of `chain` see what rules cause, so only they can be in a circle. */
function findCycles(
  live: readonly Rule[],
  nowMs: number,
  about: string | undefined,
): readonly RuleConflict[] {
  const chained = live.filter(({ chain }) => chain === true);
  const known = new Map<string, readonly Rule[]>();
  const nextOf = (rule: Rule): readonly Rule[] => {
    const caused = [...eventsCausedBy(rule)];
    const next =
      known.get(rule.id) ??
      chained.filter((other) => meet(rule, other) && caused.some((id) => hears(other, id)));
    known.set(rule.id, next);
    return next;
  };
  const found: RuleConflict[] = [];
  let steps = 0;
  const walk = (path: readonly Rule[]): void => {
    const [start] = path;
    const last = path.at(-1);
    if (start === undefined || last === undefined) return;
    for (const rule of nextOf(last)) {
      if (found.length >= MAX_CONFLICTS || (steps += 1) > MAX_STEPS) return;
      // Each circle is told once: from its first rule in the order of ids, or from the one that is asked about.
      const isNew = !path.includes(rule) && (about !== undefined || rule.id > start.id);
      if (rule.id === start.id) found.push(cycleOf(path, nowMs));
      else if (isNew && path.length < MAX_CYCLE) walk([...path, rule]);
    }
  };
  for (const rule of chained) if (about === undefined || rule.id === about) walk([rule]);
  return found;
}

function cycleOf(path: readonly Rule[], nowMs: number): RuleConflict {
  const ids = path.map(({ id }) => id);
  const circle =
    path.length === 1
      ? `The rule "${ids[0] ?? ''}" answers its own actions`
      : `The rules ${ids.map((id) => `"${id}"`).join(', ')} set each other off in a circle`;
  const witness = path[0] === undefined ? undefined : witnessOf([path[0]], nowMs);
  return {
    kind: 'cycle',
    rules: ids,
    message: `${circle}, up to the depth of a chain. ${sayWitness(witness)}`,
  };
}

function findContradictions(
  live: readonly Rule[],
  nowMs: number,
  about: string | undefined,
): readonly RuleConflict[] {
  const found: RuleConflict[] = [];
  live.forEach((a, index) => {
    for (const b of live.slice(index + 1)) {
      if (found.length >= MAX_CONFLICTS || (about !== undefined && a.id !== about && b.id !== about))
        continue;
      if (!meet(a, b) || !shareEvent(a, b)) continue;
      const clash = clashOf(a, b);
      if (clash === undefined) continue;
      const message = `The rules "${a.id}" and "${b.id}" undo each other's work: ${clash}. ${sayWitness(witnessOf([a, b], nowMs))}`;
      found.push({ kind: 'contradiction', rules: [a.id, b.id], message });
    }
  });
  return found;
}

function sayWitness(eventId: string | undefined): string {
  return eventId === undefined
    ? 'Possible: no sample event shows it.'
    : `It happens with the sample event ${eventId}.`;
}

/** The id of an event on whose sample, put into a space of theirs, all of `rules` act. */
function witnessOf(rules: readonly Rule[], nowMs: number): string | undefined {
  const [first] = rules;
  const space = rules.flatMap(({ scope }) => scope?.spaces ?? [])[0];
  return EVENTS.map(({ id }) => id)
    .filter((id) => first !== undefined && rules.every((rule) => hears(rule, id)))
    .find((id) => {
      const sample = samplePayloadOf(id);
      if (sample === undefined) return false;
      const payload = space === undefined ? sample : inSpace(sample, space);
      return judgePayload(rules, payload, nowMs).every(({ verdict }) => verdict === 'acts');
    });
}

/** The sample with every space in it called `key`. */
function inSpace(sample: JsonObject, key: string): unknown {
  return JSON.parse(JSON.stringify(sample), (name, value: unknown) =>
    name === 'space' && typeof value === 'object' && value !== null ? { ...value, key } : value,
  );
}

function hears(rule: Rule, eventId: string): boolean {
  return rule.when.some((id) => id === '*' || canonicalEventId(id) === eventId);
}

function shareEvent(a: Rule, b: Rule): boolean {
  return (
    a.when.some((id) => hears(b, canonicalEventId(id))) || b.when.some((id) => hears(a, canonicalEventId(id)))
  );
}

/** Whether there may be a space in which both act. */
function meet(a: Rule, b: Rule): boolean {
  const [ofA, ofB] = [a.scope?.spaces ?? [], b.scope?.spaces ?? []];
  return ofA.length === 0 || ofB.length === 0 || ofA.some((space) => ofB.includes(space));
}
