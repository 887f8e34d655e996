// The host is killed in the middle of a thousand rule saves: every save that it acknowledged is there afterwards.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spawnHost } from '../support/spawned-host';

const SAVES = 1000;

/** Saves under way at the same time. */
const CONCURRENT = 16;

/** The kill comes after so many acknowledged saves, in the middle of the others. */
const KILL_AFTER = 400;

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rulewright-kill-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function invoke(url: string, functionKey: string, payload: object): Promise<any> {
  const response = await fetch(`${url}/_host/api/invoke`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ module: 'rulewright-admin', functionKey, payload }),
  });
  return ((await response.json()) as { value: unknown }).value;
}

it('keeps every acknowledged save through kill -9', async () => {
  const host = await spawnHost(dataDir);
  const acknowledged = new Set<string>();
  const numbers = Array.from({ length: SAVES }, (_, index) => index).values();
  let stopping: Promise<void> | undefined;
  const worker = async (): Promise<void> => {
    for (const number of numbers) {
      const id = `saved-${number}`;
      const rule = {
        id,
        name: id,
        when: ['avi:confluence:created:page'],
        then: [{ id: 'a', action: 'label.add', with: { labels: ['x'] } }],
      };
      // A connection that the kill breaks is no acknowledgement.
      const saved = await invoke(host.url, 'saveRule', { rule }).catch(() => undefined);
      if (saved?.ok === true) acknowledged.add(id);
      if (acknowledged.size >= KILL_AFTER) {
        stopping ??= host.stop('SIGKILL');
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, worker));
  await stopping;
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER);
  expect(acknowledged.size).toBeLessThan(SAVES);

  const again = await spawnHost(dataDir);
  try {
    const exported = await invoke(again.url, 'exportRules', {});
    const present = new Set(exported.data.rules.map((rule: { id: string }) => rule.id));
    expect([...acknowledged].filter((id) => !present.has(id))).toEqual([]);
    for (const id of [...acknowledged].slice(-CONCURRENT)) {
      expect(await invoke(again.url, 'getRule', { id })).toMatchObject({ ok: true, data: { version: 1 } });
    }
  } finally {
    await again.stop();
  }
}, 120_000);
