// The host's memory on disk: what is committed is there after a restart, and what failed is not.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/local/store/store';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rulewright-store.'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the store', () => {
  it('keeps its tables in a folder, also in one with a dot in its name', async () => {
    const store = openStore(folder);
    await store.transaction(() => {
      store.table('notes').put('a', 1);
    });
    await store.close();
    const again = openStore(folder);
    expect(again.table('notes').get('a')).toBe(1);
    await again.close();
  });

  it('writes nothing of a transaction that throws', async () => {
    const store = openStore(folder);
    const broken = store.transaction(() => {
      store.table('notes').put('a', 1);
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(store.table('notes').get('a')).toBeUndefined();
    await store.close();
  });
});
