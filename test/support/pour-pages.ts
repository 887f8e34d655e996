// A process of its own that runs the product and makes pages as fast as it can, for a test that kills it. Arguments:
// the data folder, the number of the round and a file that holds the bundled app. It says the title of every page that the site has acknowledged.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/local/host';
import { loadManifest } from '../../src/local/manifest/parse-manifest';
import { createAppHost, START_MS } from '../app/app-host';

const [, , dataDir = '', roundText = '0', appFile = ''] = process.argv;
const round = Number(roundText);

/** Host time from one round to the next: every lease and every retry of the round before is over. */
const ROUND_MS = 3_600_000;

const PAGES = 8;
const AT_A_TIME = 4;

async function main(): Promise<void> {
  const clock = { mode: 'manual' as const, startMs: START_MS + round * ROUND_MS };
  const app = {
    manifest: await loadManifest(join(PROJECT_ROOT, 'manifest.yml')),
    bundle: { code: readFileSync(appFile, 'utf8') },
  };
  const host = await createAppHost({ dataDir, clock, app });
  if (round === 0) {
    await host.addRules({
      id: 'greet',
      when: ['avi:confluence:created:page'],
      then: [
        { id: 'label', action: 'label.add', as: 'app', onError: 'stop', with: { labels: ['seen'] } },
        { id: 'hello', action: 'comment.add', as: 'app', onError: 'stop', with: { body: '<p>Hello</p>' } },
      ],
    });
  }
  const { results } = await host.rest('GET', '/wiki/api/v2/spaces?keys=DEMO');
  console.log('ready');
  const titles = Array.from({ length: PAGES }, (_, at) => `Poured ${round}-${at}`).values();
  const worker = async (): Promise<void> => {
    for (const title of titles) {
      const body = { representation: 'storage', value: '<p>Text</p>' };
      const page = { spaceId: results[0].id, status: 'current', title, body };
      await host.rest('POST', '/wiki/api/v2/pages', page);
      console.log(`made ${title}`);
    }
  };
  await Promise.all([...Array.from({ length: AT_A_TIME }, worker), host.clock.advance(300_000)]);
  await host.whenIdle();
  console.log('at rest');
  await new Promise(() => setInterval(() => undefined, 1000));
}

void main();
