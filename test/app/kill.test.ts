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
const KILL_AFTER = 500;

/** What the app answers when the store's rate for this minute is used up, as it soon is by so many saves. */
const RATE_LIMITED = 'Too many requests';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rulewright-kill-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function post(url: string, path: string, body: object): Promise<any> {
  const response = await fetch(`${url}/_host/api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

async function invoke(url: string, functionKey: string, payload: object): Promise<any> {
  return (await post(url, 'invoke', { module: 'rulewright-admin', functionKey, payload })).value;
}

/** Saves a new rule; when the minute's rate is used up, lets a minute of host time pass and tries again. */
async function saveNew(url: string, id: string): Promise<any> {
  const rule = {
    id,
    name: id,
    when: ['avi:confluence:created:page'],
    then: [{ id: 'a', action: 'label.add', with: { labels: ['x'] } }],
  };
  for (;;) {
    const saved = await invoke(url, 'saveRule', { rule });
    if (saved.ok || !saved.error.message.includes(RATE_LIMITED)) return saved;
    await post(url, 'clock/advance', { ms: 60_000 });
  }
}

it('keeps every acknowledged save through kill -9', async () => {
  const host = await spawnHost(dataDir);
  const acknowledged = new Set<string>();
  const refused: unknown[] = [];
  const numbers = Array.from({ length: SAVES }, (_, index) => index).values();
  let stopping: Promise<void> | undefined;
  const worker = async (): Promise<void> => {
    for (const number of numbers) {
      if (stopping !== undefined) return;
      const id = `saved-${number}`;
      // A connection that the kill breaks is no acknowledgement.
      const saved = await saveNew(host.url, id).catch(() => undefined);
      if (saved?.ok === true) acknowledged.add(id);
      else if (saved !== undefined) refused.push(saved);
      if (acknowledged.size >= KILL_AFTER) stopping ??= host.stop('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, worker));
  await stopping;
  expect(refused).toEqual([]);
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
}, 300_000);
