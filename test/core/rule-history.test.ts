// Versions of a rule: kept, compared, restored, and found again after the rule was deleted.

import { beforeEach, describe, expect, it } from 'vitest';
import { deleteRule, saveRule, setRuleState } from '../../src/core/admin/manage-rules';
import { compareVersion, getHistory, restoreVersion } from '../../src/core/admin/rule-history';
import { diffLines } from '../../src/core/history/diff-lines';
import { MAX_VERSIONS } from '../../src/core/history-ports';
import { aRule } from '../support/builders';
import { createFakePorts } from '../support/fake-ports';
import type { FakePorts } from '../support/fake-ports';

const RULE = aRule({ id: 'notes', name: 'Label notes', state: 'live' }).rule;

let ports: FakePorts;
beforeEach(() => {
  ports = createFakePorts();
});

async function save(patch: object, expectedVersion?: number) {
  const saved = await saveRule({ ...RULE, ...patch }, expectedVersion, { by: 'admin', ports });
  if (!saved.ok) throw new Error(saved.error.message);
  return saved.data.stored;
}

describe('history', () => {
  it('lists versions with what each changed, the present one first', async () => {
    await save({});
    await save({ name: 'Label all notes' }, 1);
    await setRuleState({ id: 'notes', state: 'off' }, { by: 'other', ports });
    const listed = await getHistory({ rule: 'notes' }, ports);
    expect(listed).toMatchObject({
      ok: true,
      data: {
        name: 'Label all notes',
        present: 3,
        items: [
          { version: 3, by: 'other', differences: [expect.stringContaining('off')] },
          { version: 2, by: 'admin', differences: [expect.stringContaining('is called')] },
          { version: 1 },
        ],
      },
    });
    expect(ports.memoryRules.changes.map(({ kind }) => kind)).toEqual(['state', 'changed', 'created']);
  });

  it('restores an earlier version as a new one, in the state of now', async () => {
    await save({});
    await save({ name: 'Worse', state: 'shadow' }, 1);
    const compared = await compareVersion({ rule: 'notes', version: 1 }, ports);
    expect(compared).toMatchObject({ data: { differences: [expect.stringContaining('is called')] } });
    const payload = { rule: 'notes', version: 1, expectedVersion: 2 };
    const restored = await restoreVersion(payload, { by: 'admin', ports });
    expect(restored).toMatchObject({ data: { version: 3, rule: { name: RULE.name, state: 'shadow' } } });
    expect(await restoreVersion(payload, { by: 'admin', ports })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(ports.memoryRules.changes[0]?.kind).toBe('restored');
  });

  it('brings a deleted rule back, off, and counts its versions on', async () => {
    await save({});
    await deleteRule('notes', { by: 'admin', ports });
    expect(await getHistory({ rule: 'notes' }, ports)).toMatchObject({ data: { items: [{ version: 1 }] } });
    const payload = { rule: 'notes', version: 1, expectedVersion: 0 };
    expect(await restoreVersion(payload, { by: 'admin', ports })).toMatchObject({
      data: { version: 2, rule: { state: 'off' } },
    });
    await deleteRule('notes', { by: 'admin', ports });
    expect((await save({})).version).toBe(3);
  });

  it('keeps so many versions and no more, page by page', async () => {
    for (let version = 0; version < MAX_VERSIONS + 5; version++)
      await save({ name: `Name ${version}` }, version === 0 ? undefined : version);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await getHistory({ rule: 'notes', ...(cursor === undefined ? {} : { cursor }) }, ports);
      if (!page.ok) throw new Error(page.error.message);
      seen.push(...page.data.items.map(({ version }) => version));
      cursor = page.data.cursor;
    } while (cursor !== undefined);
    expect(seen[0]).toBe(MAX_VERSIONS + 5);
    expect(seen).toHaveLength(MAX_VERSIONS + 1);
    expect([...seen].sort((a, b) => b - a)).toEqual(seen);
  });
});

describe('difference by line', () => {
  it('keeps what is common, and rebuilds both texts', () => {
    const texts = ['', 'a', 'a\nb\nc', 'a\nx\nc', 'b\nc\nd', 'c\nb\na', 'x\na\nb\nc\ny', 'a\na\nb'];
    for (const before of texts) {
      for (const after of texts) {
        const lines = diffLines(before, after);
        const without = (sign: string) =>
          lines
            .filter((line) => line.sign !== sign)
            .map(({ text }) => text)
            .join('\n');
        expect(without('+')).toBe(before);
        expect(without('-')).toBe(after);
      }
    }
    expect(
      diffLines('a\nb\nc', 'a\nx\nc')
        .map(({ sign }) => sign)
        .join(''),
    ).toBe(' -+ ');
  });
});
