// Fields that no event carries, over in-memory ports: what is asked for, how often, and what a failure does.

import { beforeEach, describe, expect, it } from 'vitest';
import { parseEvent } from '../../../src/core/events/parse-event';
import { fetchableFieldsOf } from '../../../src/core/fields/fetchable-fields';
import { openFields } from '../../../src/core/fields/open-fields';
import { asIndexed } from '../../../src/core/fields/relax-condition';
import { dispatchEvent } from '../../../src/core/runs/dispatch-event';
import { judgeAll } from '../../../src/core/runs/judge-event';
import { anAction, aPageCreated, aRule } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import type { Failure } from '../../../src/core/failure';
import type { FakePorts } from '../../support/fake-ports';

const bodyHas = (text: string) => ({ in: [text, { var: 'content.body' }] });
const titleIs = (text: string) => ({ '==': [{ var: 'content.title' }, text] });
const isTrue = titleIs('A brand new page');
const isFalse = titleIs('Other');
const gone: Failure = { kind: 'not-found', message: 'Failed to read page 1: 404.', retryable: false };
const busy: Failure = {
  kind: 'rate-limited',
  message: 'Failed to read page 1: 429.',
  retryable: true,
  retryAfterSeconds: 40,
};

let ports: FakePorts;
beforeEach(() => {
  ports = createFakePorts();
  ports.fieldValues.set('content.body', '<p>budget</p>');
});

const deliver = () => dispatchEvent({ payload: aPageCreated() }, ports);
const acted = () => [...ports.stored.runs.values()].map(({ rule }) => rule).sort();

describe('what is asked for', () => {
  it.each([
    ['and', { and: [isFalse, bodyHas('budget')] }],
    ['and, the field first', { and: [bodyHas('budget'), isFalse] }],
    ['or, true by the title', { or: [bodyHas('nothing'), isTrue] }],
  ])('is nothing when the payload decides the condition: %s', async (_name, condition) => {
    ports.setRules(aRule({ if: condition }));
    await deliver();
    expect(ports.fieldReads).toEqual([]);
    expect(acted()).toEqual('or' in condition ? ['a-rule'] : []);
  });

  it('is nothing for a rule that is off, out of scope, or for another event', async () => {
    const condition = bodyHas('budget');
    ports.setRules(
      aRule({ id: 'off', state: 'off', if: condition }),
      aRule({ id: 'elsewhere', scope: { spaces: ['OPS'] }, if: condition }),
      aRule({ id: 'other', when: ['avi:confluence:created:comment'], if: condition }),
    );
    await deliver();
    expect(ports.fieldReads).toEqual([]);
  });

  it('is nothing while all rules are paused', async () => {
    ports.settingsNow = { ...ports.settingsNow, paused: true };
    ports.setRules(aRule({ if: bodyHas('budget') }));
    await deliver();
    expect(ports.fieldReads).toEqual([]);
  });

  it('is each field once for all rules, together', async () => {
    ports.fieldValues.set('actor.displayName', 'Ada');
    ports.setRules(
      aRule({ id: 'one', if: bodyHas('budget') }),
      aRule({ id: 'two', if: { and: [isTrue, bodyHas('<p>')] } }),
      aRule({ id: 'three', if: { and: [bodyHas('x'), { '==': [{ var: 'actor.displayName' }, 'Ada'] }] } }),
    );
    await deliver();
    expect(ports.fieldReads).toEqual([['content.body', 'actor.displayName']]);
    expect(acted()).toEqual(['one', 'two']);
  });

  it('is what templates read only of rules that act, and never again what the conditions needed', async () => {
    const says = (text: string) => [anAction({ action: 'comment.add', with: { body: `<p>${text}</p>` } })];
    ports.fieldValues.set('actor.displayName', 'Ada');
    ports.setRules(
      aRule({
        id: 'yes',
        if: bodyHas('budget'),
        then: says('{{actor.displayName}}: {{content.body}}'),
      }),
      aRule({ id: 'no', if: bodyHas('other'), then: says('{{content.childCount}}') }),
    );
    await deliver();
    expect(ports.fieldReads).toEqual([['content.body'], ['actor.displayName']]);
    expect(ports.effects[0]?.value).toContain('Ada: ');
  });

  it('is not what the payload happens to have', () => {
    const event = parseEvent(aPageCreated({}, { content: { id: '1', type: 'page', body: '<p/>' } }));
    expect(fetchableFieldsOf(event)).toContain('content.labels');
    expect(fetchableFieldsOf(event)).not.toContain('content.body');
  });
});

describe('a field that cannot be read', () => {
  it('makes the verdict an error with the reason, and lets the other rules act', async () => {
    ports.fieldValues.set('content.body', gone);
    ports.setRules(aRule({ id: 'needs', if: bodyHas('budget') }), aRule({ id: 'plain' }));
    expect(await deliver()).toEqual({ kind: 'finished' });
    expect(acted()).toEqual(['plain']);
    const judged = await judgeAll(parseEvent(aPageCreated()), ports);
    expect(judged.find(({ stored }) => stored.rule.id === 'needs')?.verdict).toEqual({
      rule: 'needs',
      verdict: 'condition-error',
      why: 'The condition could not be evaluated: Failed to read page 1: 404.',
    });
  });

  it('does not matter where another field decides', async () => {
    ports.fieldValues.set('content.body', gone);
    ports.fieldValues.set('content.childCount', 3);
    ports.setRules(aRule({ if: { or: [bodyHas('budget'), { '>': [{ var: 'content.childCount' }, 2] }] } }));
    await deliver();
    expect(acted()).toEqual(['a-rule']);
  });

  it('fails the action whose template reads it', async () => {
    ports.fieldValues.set('content.body', gone);
    ports.setRules(
      aRule({ then: [anAction({ action: 'comment.add', with: { body: '{{content.body}}' } })] }),
    );
    await deliver();
    const [run] = ports.stored.runs.values();
    expect(run?.steps[0]).toMatchObject({ outcome: 'failed', reason: gone.message });
    expect(ports.effects).toEqual([]);
  });

  it('brings the delivery back when time can cure it, with nothing claimed, and then acts', async () => {
    ports.fieldValues.set('content.body', busy);
    ports.setRules(aRule({ if: bodyHas('budget') }));
    const answer = await deliver();
    expect(answer).toMatchObject({ kind: 'retry', afterSeconds: 40, rateLimited: true });
    expect(ports.stored.events.size).toBe(0);
    ports.fieldValues.set('content.body', '<p>budget</p>');
    const data = answer.kind === 'retry' ? answer.data : undefined;
    expect(await dispatchEvent({ payload: aPageCreated(), retry: { count: 1, data } }, ports)).toEqual({
      kind: 'finished',
    });
    expect(acted()).toEqual(['a-rule']);
  });

  it('stops one rule alone once Forge delivers no more', async () => {
    ports.fieldValues.set('content.body', busy);
    ports.setRules(aRule({ id: 'needs', if: bodyHas('budget') }), aRule({ id: 'plain' }));
    let answer = await deliver();
    for (let count = 1; answer.kind === 'retry'; count++) {
      expect(acted()).toEqual([]);
      expect(count).toBeLessThanOrEqual(4);
      const retry = { count, data: answer.data };
      answer = await dispatchEvent({ payload: aPageCreated(), retry }, ports);
    }
    expect(acted()).toEqual(['plain']);
  });
});

describe('openFields', () => {
  const open = (logic: unknown, unknown = ['content.body', 'content.likes']) =>
    openFields(logic, parseEvent(aPageCreated()).facts, unknown, { nowMs: 0 });
  const liked = { '>': [{ var: 'content.likes' }, 1] };

  it.each([
    [{ or: [{ and: [isFalse, bodyHas('x')] }, liked] }, ['content.likes']],
    [{ '!': [{ and: [isTrue, bodyHas('x')] }] }, ['content.body']],
    [{ if: [isFalse, bodyHas('x'), liked] }, ['content.body', 'content.likes']],
    [{ and: [bodyHas('x'), liked] }, ['content.body', 'content.likes']],
    [isTrue, []],
  ])('names what can still decide %j', (logic, expected) => {
    expect(open(logic)).toEqual(expected);
  });
});

describe('asIndexed', () => {
  const relaxed = (condition: unknown) => asIndexed(aRule({ if: condition as never })).rule.if;
  it.each([
    [{ and: [isTrue, bodyHas('x')] }, { and: [isTrue] }],
    [{ or: [isTrue, bodyHas('x')] }, true],
    [{ '!': [bodyHas('x')] }, true],
    [{ or: [{ and: [isTrue, bodyHas('x')] }, isFalse] }, { or: [{ and: [isTrue] }, isFalse] }],
    [isTrue, isTrue],
  ])('keeps of %j what payloads decide', (condition, expected) => {
    expect(relaxed(condition)).toEqual(expected);
  });
});
