// Whatever arrives instead of an event, a delivery comes to its end: no payload makes the dispatcher throw, and no
// rule that reads much of it makes it fail for the others.

import { expect, test } from 'vitest';
import { EVENTS } from '../../../src/core/events/catalogue';
import { dispatchEvent } from '../../../src/core/runs/dispatch-event';
import { anAction, aRule } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import { mutatePayload, seededRandom } from '../events/mutate-payload';
import type { StoredRule } from '../../../src/core/rules/rule';
import type { FakePorts } from '../../support/fake-ports';

const MUTATIONS = 100_000;

/** Deliveries after which what the ports remember is thrown away, or the memory would be what is tested. */
const BATCH = 1000;

/** Acting costs ten times what judging costs, and these few are broken in as many ways. */
const ACTS_ON_EVERY = 20;

/** Clauses over texts, numbers, dates and lists, of payloads in which each may be anything. */
const CLAUSES = [
  { startsWith: [{ var: 'content.title' }, 'A'] },
  { contains: [{ var: 'attachment.title' }, 'logo'] },
  { matches: [{ var: 'space.key' }, '^S'] },
  { '>': [{ var: 'content.version.number' }, 0] },
  { before: [{ var: 'content.history.createdDate' }, '2030-01-01'] },
  { some: [{ var: 'content.labels' }, { '==': [{ var: 'name' }, 'x'] }] },
  { in: [{ var: 'actor.accountId' }, ['a', 'b']] },
  { '==': [{ var: 'content.ancestors.0.id' }, { var: 'content.container.id' }] },
  { '!': { var: 'task.status' } },
];

const LABEL = anAction({ with: { labels: ['x', '{{content.title}}', '{{space.name}}-{{event.action}}'] } });
const COMMENT = anAction({
  id: 'comment',
  action: 'comment.add',
  with: {
    body: '<p>{{content.title}} {{space.key}} {{actor.accountId}} {{content.history}} {{#each content.labels}}{{name}}{{/each}}</p>',
  },
  onError: 'continue',
});

/** Evaluates every clause and never acts. */
const JUDGES = aRule({
  id: 'judges',
  when: ['*'],
  if: { '==': [{ cat: CLAUSES }, 'never'] },
  then: [LABEL],
});
const ACTS = [
  aRule({ id: 'any', when: ['*'], then: [LABEL, COMMENT] }),
  aRule({ id: 'reads', when: ['*'], if: { or: CLAUSES }, then: [COMMENT, LABEL] }),
  aRule({ id: 'scoped', when: ['*'], scope: { spaces: ['SP'] }, if: { and: CLAUSES }, then: [LABEL] }),
];

test('no delivery of 100,000 broken payloads throws or leaves anything half done', async () => {
  const random = seededRandom(11);
  const verdicts = new Set<string>();
  const outcomes = new Set<string>();
  for (let done = 0; done < MUTATIONS; done += BATCH) {
    // Recording what no rule acts on costs as much as acting, and one batch in ten is broken in as many ways.
    const recorded = done % (10 * BATCH) === 0;
    const judging = portsWith([JUDGES], recorded);
    const acting = portsWith([JUDGES, ...ACTS], recorded);
    for (let count = 0; count < BATCH; count += 1) {
      const { sample } = EVENTS[(done + count) % EVENTS.length]!;
      const ports = count % ACTS_ON_EVERY === 0 ? acting : judging;
      // A retry with data that is not ours, now and then.
      const retry = random() < 0.05 ? { retry: { count: 1, data: mutatePayload({ v: 1 }, random) } } : {};
      const answer = await dispatchEvent({ payload: mutatePayload(sample, random), ...retry }, ports);
      if (answer.kind !== 'finished') expect.unreachable(JSON.stringify(answer));
    }
    collect(judging, verdicts, outcomes);
    collect(acting, verdicts, outcomes);
  }
  // The rules did act, and the mutations did take away what they act on.
  expect(verdicts).toContain('acts');
  expect([...outcomes].sort()).toEqual(['done', 'skipped']);
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 900_000);

function portsWith(rules: readonly StoredRule[], recorded: boolean): FakePorts {
  const ports = createFakePorts();
  ports.settingsNow = { ...ports.settingsNow, record: { events: recorded, viewed: recorded } };
  ports.setRules(...rules);
  return ports;
}

function collect(ports: FakePorts, verdicts: Set<string>, outcomes: Set<string>): void {
  for (const record of ports.stored.events.values()) {
    for (const { verdict } of record.verdicts) verdicts.add(verdict);
  }
  for (const run of ports.stored.runs.values()) {
    for (const step of run.steps) outcomes.add(step.outcome);
    if (run.outcome === 'running' || run.outcome === 'waiting') expect.unreachable(JSON.stringify(run));
  }
}
