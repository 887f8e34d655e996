import { describe, expect, it } from 'vitest';
import { EDITOR_CALLS } from '../../../src/core/admin/calls/editor-calls';
import { aPageCreated, aRule, anEventRecord } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import type { FakePorts } from '../../support/fake-ports';

function asked(ports: FakePorts) {
  return { by: 'admin', ports };
}

describe('trying a rule on an event', () => {
  const { rule } = aRule({ if: { hasLabel: 'notes' } });

  it('looks up what the event does not carry', async () => {
    const ports = createFakePorts();
    ports.fieldValues.set('content.labels', [{ name: 'notes' }]);
    const payload = { rule, payload: aPageCreated() };
    expect(await EDITOR_CALLS.tryRule(payload, asked(ports))).toMatchObject({
      ok: true,
      data: { verdict: 'acts', open: [], actions: [{ acts: true }] },
    });
    expect(ports.fieldReads).toEqual([['content.labels']]);
    expect(ports.effects).toEqual([]);
  });

  it('leaves open what cannot be read, and refuses a rule with problems', async () => {
    const ports = createFakePorts();
    ports.fieldValues.set('content.labels', { kind: 'forbidden', message: 'No.', retryable: false });
    const payload = aPageCreated();
    expect(await EDITOR_CALLS.tryRule({ rule, payload }, asked(ports))).toMatchObject({
      ok: true,
      data: { verdict: 'depends', open: ['content.labels'] },
    });
    const broken = { ...rule, when: [] };
    expect(await EDITOR_CALLS.tryRule({ rule: broken, payload }, asked(ports))).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  });
});

describe('recorded events', () => {
  function recording(): FakePorts {
    const ports = createFakePorts();
    const types = ['avi:confluence:created:page', 'avi:confluence:updated:page', 'avi:confluence:liked:page'];
    for (const [index, eventType] of types.entries()) {
      const eventKey = `event-${index}`;
      const seenAt = `2026-01-0${index + 1}T00:00:00.000Z`;
      ports.stored.events.set(
        eventKey,
        anEventRecord({ eventKey, eventType, seenAt, payload: aPageCreated() }),
      );
    }
    return ports;
  }

  async function keysFor(when: readonly string[]) {
    const found = await EDITOR_CALLS.listRecordedEvents({ when }, asked(recording()));
    return found.ok ? found.data.items.map(({ eventKey }) => eventKey) : found.error;
  }

  it('are those of the rule’s events, newest first, with their payloads', async () => {
    expect(await keysFor(['avi:confluence:created:page', 'avi:confluence:updated:page'])).toEqual([
      'event-1',
      'event-0',
    ]);
    expect(await keysFor(['*'])).toEqual(['event-2', 'event-1', 'event-0']);
    const found = await EDITOR_CALLS.listRecordedEvents({ when: ['*'] }, asked(recording()));
    expect(found).toMatchObject({ ok: true, data: { items: [{ payload: { content: {} } }, {}, {}] } });
  });
});
