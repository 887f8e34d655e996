import { describe, expect, it } from 'vitest';
import { firstTry, payloadFor, reduceTry, sourceFor, tryNow } from '../../src/admin/editor/try/state';
import { placeholderOf, withPlaceholder } from '../../src/admin/editor/template-fields';
import { samplePayloadOf } from '../../src/core/events/find-event';
import type { TryEvent, TryState } from '../../src/admin/editor/try/state';

const CREATED = 'avi:confluence:created:page';
const UPDATED = 'avi:confluence:updated:page';
const TRIED = { rule: { when: [CREATED, UPDATED] }, saved: undefined };
const RECORDED = {
  eventKey: 'k',
  eventType: CREATED,
  seenAt: '2026-01-01T00:00:00.000Z',
  payload: { eventType: CREATED, content: { id: '7' } },
};

function after(...events: readonly TryEvent[]) {
  let step = tryNow(firstTry(), TRIED);
  for (const event of events) step = reduceTry(step.state, event, TRIED);
  return step;
}

describe('trying in the editor', () => {
  it('begins with a sample of the first event, and follows the rule’s events', () => {
    expect(tryNow(firstTry(), TRIED).effects).toEqual([
      { type: 'try-rule', rule: TRIED.rule, payload: samplePayloadOf(CREATED) },
    ]);
    const { state } = after({ type: 'source-chosen', source: { kind: 'sample', eventType: UPDATED } });
    expect(sourceFor(state, [CREATED, UPDATED])).toMatchObject({ eventType: UPDATED });
    expect(sourceFor(state, [CREATED])).toMatchObject({ eventType: CREATED });
    expect(sourceFor(state, ['*'])).toMatchObject({ eventType: UPDATED });
    expect(tryNow(firstTry(), { ...TRIED, rule: { when: [] } }).effects).toEqual([]);
  });

  it('starts a payload of one’s own from the event on screen, and says what is no JSON', () => {
    const { state } = after({ type: 'source-chosen', source: { kind: 'pasted' } });
    expect(JSON.parse(state.pasted.text)).toEqual(samplePayloadOf(CREATED));
    const broken = after(
      { type: 'source-chosen', source: { kind: 'pasted' } },
      { type: 'payload-typed', text: '{' },
    );
    expect(broken.state.pasted.problem).toBeDefined();
    expect(broken.effects).toEqual([]);
    expect(broken.state.trial).toBeUndefined();
  });

  it('offers recorded events, and tries on one of them', () => {
    const chosen = after(
      { type: 'recorded-asked' },
      { type: 'recorded-loaded', result: { ok: true, data: { items: [RECORDED] } } },
      { type: 'source-chosen', source: { kind: 'recorded', eventKey: 'k' } },
    );
    expect(payloadFor(chosen.state, [CREATED])).toEqual(RECORDED.payload);
    expect(chosen.effects).toMatchObject([{ type: 'try-rule', payload: RECORDED.payload }]);
    const looked = reduceTry(chosen.state, { type: 'lookup-asked' }, TRIED);
    expect(looked).toMatchObject({ state: { looking: true }, effects: [{ type: 'look-up' }] });
  });

  it('tries on an event that the backtest found, also when no others were loaded', () => {
    const findings = [{ event: RECORDED, change: 'stops-acting' as const }];
    const asked = after({ type: 'backtest-asked' });
    expect(asked.effects).toMatchObject([{ type: 'backtest', before: undefined, after: TRIED.rule }]);
    const chosen = after(
      { type: 'backtest-moved', backtest: { status: 'done', events: 1, findings } },
      { type: 'source-chosen', source: { kind: 'recorded', eventKey: 'k' } },
    );
    expect(chosen.effects).toMatchObject([{ type: 'try-rule', payload: RECORDED.payload }]);
  });

  it('keeps what failed apart from what was found', () => {
    const error = { code: 'failed', message: 'KVS is asleep.' } as const;
    const failed: TryState = after({ type: 'looked-up', result: { ok: false, error } }).state;
    expect(failed).toMatchObject({ looking: false, error });
    expect(after({ type: 'recorded-loaded', result: { ok: false, error } }).state.recorded).toEqual({
      status: 'failed',
      error,
    });
  });
});

describe('fields in templates', () => {
  it('are placeholders; in storage format people are mentioned', () => {
    expect(placeholderOf('content.title', true)).toBe('{{content.title}}');
    expect(placeholderOf('actor.accountId', true)).toBe('{{mention actor}}');
    expect(placeholderOf('actor.accountId', false)).toBe('{{actor.accountId}}');
  });

  it('come at the end of the text, inside its last element', () => {
    expect(withPlaceholder('', '{{x}}')).toBe('{{x}}');
    expect(withPlaceholder('Hello', '{{x}}')).toBe('Hello {{x}}');
    expect(withPlaceholder('<p>Hello</p>', '{{x}}')).toBe('<p>Hello {{x}}</p>');
    expect(withPlaceholder('<ul><li>a </li></ul>', '{{x}}')).toBe('<ul><li>a {{x}} </li></ul>');
  });
});
