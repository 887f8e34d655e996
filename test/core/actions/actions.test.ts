// What holds for every kind of action, over the samples of every event.

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { actionForm, initialParameters } from '../../../src/core/actions/forms';
import { ACTION_KINDS, ACTIONS } from '../../../src/core/actions/index';
import { EVENTS } from '../../../src/core/events/catalogue';
import { samplePayloadOf } from '../../../src/core/events/find-event';
import { parseEvent } from '../../../src/core/events/parse-event';
import { plannedActions } from '../../../src/core/runs/judge-payload';
import { plannedWords } from '../../../src/core/runs/planned-words';
import { previewSteps } from '../../../src/core/runs/search-for-plan';
import { aRule } from '../../support/builders';
import type { ActionKind } from '../../../src/core/actions/index';
import type { Plan } from '../../../src/core/actions/action';
import type { RuleAction } from '../../../src/core/rules/rule';
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

  it('says before it acts what it would do and as whom, in a trial and in shadow alike', () => {
    const event = events.find(
      (each) => planned(kind, each).kind !== 'skip' && each.actorAccountId !== undefined,
    );
    if (event === undefined) throw new Error(`No sample with a user for ${kind}.`);
    const who = (as: RuleAction['as']) => {
      const action = { id: 'a', action: kind, as, onError: 'stop', with: exampleOf(kind) } as const;
      const stored = aRule({ then: [action] });
      const [trial] = plannedActions(stored, event, 0);
      const [step] = previewSteps(stored, event, { nowMs: 0, shadow: true });
      if (trial?.acts !== true) return trial?.words;
      expect(step?.reason).toBe(`Shadow: would ${trial.words}.`);
      expect(trial.words.startsWith(trial.preview)).toBe(true);
      return trial.words.slice(trial.preview.length);
    };
    const said = [who('app'), who('initiator'), who({ accountId: 'ada' })];
    const named = [
      ', as the app',
      `, as the user ${event.actorAccountId}, who caused the event`,
      ', as the user ada',
    ];
    if (kind === 'comment.resolve') expect(new Set(said).size).toBe(1);
    else expect(said).toEqual(ACTIONS[kind].impersonal === true ? ['', '', ''] : named);
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

it.each([
  [undefined, 'add x, as whoever caused the event; it would fail, because the event names no user'],
  ['app' as const, 'add x, as the app, because the event names no user'],
])('says what becomes of an anonymous initiator with the fallback %j', (fallback, words) => {
  const action = {
    action: 'label.add',
    as: 'initiator',
    ...(fallback === undefined ? {} : { fallback }),
  } as const;
  expect(plannedWords(action, 'add x', undefined)).toBe(words);
});
