// What becomes of an event on which no rule acts when the store has trouble.

import { beforeEach, describe, expect, it } from 'vitest';
import { parseEvent } from '../../../src/core/events/parse-event';
import { dispatchEvent } from '../../../src/core/runs/dispatch-event';
import { echoKeysOf } from '../../../src/core/runs/echo-keys';
import { aPageCreated, aRule } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import type { FakePorts } from '../../support/fake-ports';

const payload = aPageCreated();
const event = parseEvent(payload);

let ports: FakePorts;
beforeEach(() => {
  ports = createFakePorts();
});

/** The store refuses so many commits. */
function refuse(commits: number): void {
  const { commit } = ports.runs;
  let refused = 0;
  ports.runs.commit = (changes) => {
    refused += 1;
    if (refused <= commits) return Promise.reject(new Error('The store does not answer.'));
    return commit(changes);
  };
}

/** A deed of ours is awaited that this event looks like. */
function awaitEcho(): string {
  const [key = ''] = echoKeysOf(event);
  ports.stored.echoes.set(key, {
    v: 1,
    key,
    revision: 1,
    keepUntil: '2026-02-01T00:00:00.000Z',
    entries: [
      {
        effectKey: 'ours',
        actor: event.actorAccountId ?? '',
        events: 1,
        usedBy: [],
        until: '2026-02-01T00:00:00.000Z',
        cause: { root: 'root', path: ['another-rule'] },
      },
    ],
  });
  return key;
}

const stored = () => [...ports.stored.events.values()].map(({ state, cause }) => [state, cause?.path]);

describe('an event on which no rule acts', () => {
  it('goes without a record when the store has trouble: nothing depends on it', async () => {
    refuse(10);
    expect(await dispatchEvent({ payload }, ports)).toEqual({ kind: 'finished' });
    expect(stored()).toEqual([]);
  });

  it('comes back when it was taken for the echo of one of our deeds, until that is stored', async () => {
    ports.setRules(aRule());
    awaitEcho();
    refuse(3);
    const answer = await dispatchEvent({ payload }, ports);
    expect(answer).toMatchObject({ kind: 'retry' });
    expect(stored()).toEqual([]);
    ports.newInvocation();
    const retry = { count: 1, data: answer.kind === 'retry' ? answer.data : undefined };
    expect(await dispatchEvent({ payload, retry }, ports)).toEqual({ kind: 'finished' });
    expect(stored()).toEqual([['seen', ['another-rule']]]);
  });

  it('is recorded as an echo although the ledger has changed in between', async () => {
    ports.setRules(aRule());
    const key = awaitEcho();
    const { commit } = ports.runs;
    ports.runs.commit = (changes) => {
      const record = ports.stored.echoes.get(key);
      if (record?.revision === 1) ports.stored.echoes.set(key, { ...record, revision: 7 });
      return commit(changes);
    };
    expect(await dispatchEvent({ payload }, ports)).toEqual({ kind: 'finished' });
    expect(stored()).toEqual([['seen', ['another-rule']]]);
  });
});
