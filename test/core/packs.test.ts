// Packs as the page offers them: every file of rules/ but the demo, adapted, and added through the way of every import.

import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { addPack, getPack, listPacks } from '../../src/core/admin/use-packs';
import { adaptPack, adjustablesOf } from '../../src/core/packs/adapt-pack';
import { PACK_IDS, readPack } from '../../src/core/packs/packs';
import { parseRuleSet } from '../../src/core/rules/parse-rule-set';
import { createFakePorts } from '../support/fake-ports';
import type { FakePorts } from '../support/fake-ports';

let ports: FakePorts;
beforeEach(() => {
  ports = createFakePorts();
});

describe('packs', () => {
  it('are the files of rules/, the demo and the schema aside', () => {
    const files = readdirSync('rules').filter((file) => !['demo.json', 'ruleset.schema.json'].includes(file));
    expect([...PACK_IDS].sort()).toEqual(files.map((file) => file.replace('.json', '')).sort());
  });

  it.each(PACK_IDS)('%s can be read, and stays good whatever labels and texts it is given', async (id) => {
    const pack = readPack(id)!;
    const details = await getPack(id, ports);
    if (!details.ok) throw new Error(details.error.message);
    expect(details.data.tests.every(({ ok }) => ok)).toBe(true);
    const values = Object.fromEntries(
      adjustablesOf(pack).map(({ key, input }) => {
        const text = key.endsWith('/to') ? 'another-connection' : 'Another text';
        return [key, input === 'list' ? ['other'] : text];
      }),
    );
    expect(Object.keys(values).length).toBeGreaterThan(0);
    const adapted = adaptPack(pack, { values, spaces: ['OPS'] });
    expect(adjustablesOf(adapted).every(({ value }) => [value].flat()[0]?.match(/other/))).toBe(true);
    expect(adapted.rules.every(({ scope }) => scope?.spaces?.join() === 'OPS')).toBe(true);
    expect(parseRuleSet(adapted).ok).toBe(true);
  });

  it('are added turned off, once', async () => {
    const asked = { by: 'admin', ports };
    const added = await addPack({ id: 'meeting-notes', values: {}, spaces: [] }, asked);
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    expect(added.data.added.length).toBeGreaterThan(1);
    expect([...ports.stored.rules.values()].every(({ rule }) => rule.state === 'off')).toBe(true);
    const listed = await listPacks(ports);
    const summary = listed.ok ? listed.data.packs.find(({ id }) => id === 'meeting-notes') : undefined;
    expect(summary?.present).toBe(summary?.rules);
    ports.advance(1);
    const again = await addPack({ id: 'meeting-notes', values: {}, spaces: [] }, asked);
    expect(again).toMatchObject({ ok: true, data: { added: [] } });
  });

  it('leave out values of another shape, and refuse texts that a rule cannot have', async () => {
    const key = adjustablesOf(readPack('meeting-notes')!).find(({ input }) => input === 'list')!.key;
    const kept = adaptPack(readPack('meeting-notes')!, { values: { [key]: 'text' }, spaces: [] });
    expect(kept).toEqual(readPack('meeting-notes'));
    const values = { [key]: [] };
    const refused = await addPack({ id: 'meeting-notes', values, spaces: [] }, { by: 'admin', ports });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(ports.stored.rules.size).toBe(0);
  });
});
