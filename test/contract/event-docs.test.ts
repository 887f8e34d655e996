import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EVENT_IDS, EVENTS } from '../../src/core/events/catalogue';
import { renderEventDocs } from '../../tools/render-event-docs';
import { ROOT } from './read-manifest';

const text = readFileSync(join(ROOT, 'docs/events.md'), 'utf8');

test('docs/events.md is what `npm run docs:events` writes', async () => {
  expect(text).toBe(await renderEventDocs());
});

test('it shows every id, name, scope and moment of firing', () => {
  for (const id of EVENT_IDS) expect(text).toContain(`\`${id}\``);
  for (const event of EVENTS) {
    expect(text).toContain(`### ${event.name}\n`);
    for (const scope of event.scopes) expect(text).toContain(scope);
  }
});
