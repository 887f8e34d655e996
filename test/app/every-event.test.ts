// Every event of the catalogue, in every spelling, from its sample: fired at the product, it reaches a rule on it,
// which labels what it is about wherever Confluence lets an app do that, and else records why not.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_IDS, EVENTS } from '../../src/core/events/catalogue';
import { canonicalEventId, samplePayloadOf } from '../../src/core/events/find-event';
import { parseEvent } from '../../src/core/events/parse-event';
import { createAppHost } from './app-host';
import type { JsonObject } from '../../src/core/json';
import type { AppHost } from './app-host';

/** What cannot carry a label that an app could change. */
const UNLABELLED: ReadonlySet<string> = new Set(['user', 'group', 'search']);

/** What is gone after the event, so that nothing can be done to it any more. */
const GONE: ReadonlySet<string> = new Set([
  'avi:confluence:deleted:page',
  'avi:confluence:deleted:blogpost',
  'avi:confluence:deleted:custom_content',
  'avi:confluence:deleted:space:V2',
]);

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
  for (const { id } of EVENTS) {
    await host.addRules({
      id: ruleOf(id),
      // A rule that can do nothing on any of its events is refused when it is saved; the second event is never fired
      // for it.
      when: isLabelled(id) ? [id] : [id, 'avi:confluence:created:page'],
      then: [
        { id: 'label', action: 'label.add', as: 'app', onError: 'stop', with: { labels: [labelOf(id)] } },
      ],
    });
    await letStoreRest();
  }
});
afterAll(() => host.dispose());

/** The store takes so many units a minute of host time, and this time stands unless it is moved. */
function letStoreRest(): Promise<unknown> {
  return host.clock.advance(5000);
}

it('covers the whole catalogue', () => {
  expect(EVENT_IDS).toHaveLength(83);
  expect(new Set(EVENT_IDS).size).toBe(EVENT_IDS.length);
});

describe.each(EVENT_IDS)('%s', (id) => {
  it(`reaches a rule on it, whose label step ends ${outcomeOf(id)}`, async () => {
    const event = canonicalEventId(id);
    await letStoreRest();
    const report = await host.fire(ownSubject(id), { clock: 'auto' });
    expect(report.atRest).toBe(true);
    expect(report.verdicts.find(({ rule }) => rule === ruleOf(event))).toMatchObject({ verdict: 'acts' });
    const run = report.runs.find(({ rule }) => rule === ruleOf(event));
    expect(run?.steps).toMatchObject([{ id: 'label', outcome: outcomeOf(id) }]);
    const reason = run?.steps[0]?.reason;
    if (outcomeOf(id) === 'skipped') expect(reason).toMatch(/no labels that an app can change/);
    else if (outcomeOf(id) === 'failed') expect(reason).toMatch(/404/);
    else expect(await labelsOn(ownSubject(id))).toContain(labelOf(event));
  });
});

function outcomeOf(id: string): 'done' | 'failed' | 'skipped' {
  if (!isLabelled(canonicalEventId(id))) return 'skipped';
  return GONE.has(canonicalEventId(id)) ? 'failed' : 'done';
}

function isLabelled(id: string): boolean {
  return !UNLABELLED.has(parseEvent(samplePayloadOf(id)).subject.kind);
}

function ruleOf(id: string): string {
  return id
    .replace(/^avi:confluence:/, '')
    .replaceAll(/[:_]/g, '-')
    .toLowerCase();
}

function labelOf(id: string): string {
  return `on-${ruleOf(id)}`;
}

/** The sample with ids, titles and a space of its own, so that the event is the first to speak of each. */
function ownSubject(id: string): JsonObject {
  const suffix = String(EVENT_IDS.indexOf(id)).padStart(3, '0');
  const text = JSON.stringify(samplePayloadOf(id))
    .replaceAll(/"id":"8382(\d{2})/g, `"id":"9${suffix}$1`)
    .replaceAll('"id":827392002', `"id":8${suffix}392002`)
    .replaceAll('"key":"SP"', `"key":"SP${suffix}"`);
  return JSON.parse(text) as JsonObject;
}

/** The labels on what the event is about, as the site has them. */
async function labelsOn(payload: JsonObject): Promise<string[]> {
  const { contentId, contentType, spaceKey } = parseEvent(payload).subject;
  const restId = contentType === 'attachment' ? `att${contentId}` : contentId;
  const path = contentId === undefined ? `space/${spaceKey}` : `content/${restId}`;
  const { results } = await host.rest('GET', `/wiki/rest/api/${path}/label`);
  return results.map(({ name }: { name: string }) => name);
}
