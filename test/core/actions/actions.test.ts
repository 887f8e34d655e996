// What holds for every kind of action, over the samples of every event.

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { actionForm, initialParameters } from '../../../src/core/actions/forms';
import { ACTION_KINDS, ACTIONS } from '../../../src/core/actions/index';
import { EVENTS } from '../../../src/core/events/catalogue';
import { samplePayloadOf } from '../../../src/core/events/find-event';
import { parseEvent } from '../../../src/core/events/parse-event';
import type { ActionKind } from '../../../src/core/actions/index';
import type { Plan } from '../../../src/core/actions/action';
import type { JsonObject } from '../../../src/core/json';

const events = EVENTS.map(({ id }) => parseEvent(samplePayloadOf(id)));

function exampleOf(kind: ActionKind): JsonObject {
  const form = actionForm(kind);
  if (form === undefined) throw new Error(`No form of ${kind}.`);
  return form.example;
}

function planned(kind: ActionKind, event: (typeof events)[number]): Plan<JsonObject> {
  const { facts, subject } = event;
  return ACTIONS[kind].plan(exampleOf(kind), { facts, subject, nowMs: 0, effectKey: 'k'.repeat(32) });
}

describe.each(ACTION_KINDS)('%s', (kind) => {
  it('is skipped for exactly the events that carry nothing it applies to', () => {
    for (const event of events) {
      const { subject } = event;
      const carried = ['any', subject.kind, subject.contentId === undefined ? '' : subject.contentType];
      const applies = ACTIONS[kind].appliesTo.some((target) => carried.includes(target));
      expect([event.type, planned(kind, event).kind === 'skip']).toEqual([event.type, !applies]);
    }
  });

  it('says in words what it would do, and plans what can be stored and read back', () => {
    const plans = events.map((event) => planned(kind, event));
    const effects = plans.flatMap((plan) => (plan.kind === 'effect' ? [plan.effect] : []));
    const isEach = plans.every((plan) => plan.kind === 'each');
    if (kind !== 'comment.resolve') expect(effects.length > 0 || isEach).toBe(true);
    for (const effect of effects) {
      const stored: unknown = JSON.parse(JSON.stringify(effect));
      expect(stored).toEqual(effect);
      expect(ACTIONS[kind].preview(stored)).toMatch(/^[a-z][\s\S]+[^.]$/);
    }
  });

  it('has a form whose fields are its parameters, and an example that it takes', () => {
    const form = actionForm(kind);
    expect(form?.kind).toBe(kind);
    const { entries } = ACTIONS[kind].parameters as unknown as { readonly entries: object };
    expect(form?.fields.map(({ name }) => name).sort()).toEqual(Object.keys(entries).sort());
    expect(v.safeParse(ACTIONS[kind].parameters, exampleOf(kind)).success).toBe(true);
  });

  it('refuses parameters that it does not know', () => {
    expect(v.safeParse(ACTIONS[kind].parameters, { ...exampleOf(kind), other: 1 }).success).toBe(false);
  });

  it('starts with parameters of its own', () => {
    const form = actionForm(kind);
    const initial = form === undefined ? {} : initialParameters(form);
    expect(Object.keys(initial).every((name) => form?.fields.some((field) => field.name === name))).toBe(
      true,
    );
  });
});
