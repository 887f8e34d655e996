// An import is all or nothing: whoever dies in the middle, whoever else writes in the meantime, and however often it is
// carried on.

import { beforeEach, describe, expect, it } from 'vitest';
import { continueImport, importRules, previewImport, startImport } from '../../src/core/admin/exchange-rules';
import { finishImports } from '../../src/core/import/advance-import';
import { setRuleState } from '../../src/core/admin/manage-rules';
import { MAX_RULE_OPERATIONS } from '../../src/core/rules/rule-writes';
import { aRule } from '../support/builders';
import { createFakePorts } from '../support/fake-ports';
import type { FakePorts } from '../support/fake-ports';
import type { ImportProgress } from '../../src/core/admin/api/exchange-api';
import type { Rule } from '../../src/core/rules/rule';

const BY = 'admin';
/** More than four slices. */
const MANY = Array.from({ length: MAX_RULE_OPERATIONS * 4 + 3 }, (_, index) => {
  return aRule({ id: `rule-${index}`, name: `Rule ${index}`, state: 'live' }).rule;
});

let ports: FakePorts;
beforeEach(() => {
  ports = createFakePorts();
});

function aSet(...rules: readonly Rule[]): string {
  return JSON.stringify({ format: 'rulewright', version: 1, rules });
}

async function start(rules: readonly Rule[]): Promise<ImportProgress> {
  const source = { text: aSet(...rules) };
  const asked = { by: BY, ports };
  const preview = await previewImport(source, asked);
  if (!preview.ok) throw new Error(preview.error.message);
  const choices = preview.data.entries.map(({ id, version }) => ({ id, version, how: 'take' as const }));
  const started = await startImport({ source, choices, keepState: false }, asked);
  if (!started.ok) throw new Error(started.error.message);
  return started.data;
}

async function finish(id: string): Promise<ImportProgress> {
  for (;;) {
    const moved = await continueImport(id, { by: BY, ports });
    if (!moved.ok) throw new Error(moved.error.message);
    if (moved.data.state === 'done' || moved.data.state === 'undone') return moved.data;
  }
}

function snapshot(): string {
  return JSON.stringify([...ports.stored.rules.values()].map(({ rule }) => rule));
}

describe('an import', () => {
  it('writes every rule, turned off, and says so in the change log', async () => {
    const { id } = await start(MANY);
    expect(ports.stored.rules.size).toBe(0);
    expect(await finish(id)).toMatchObject({ state: 'done', rules: MANY.length, rulesWritten: MANY.length });
    expect(ports.stored.rules.size).toBe(MANY.length);
    expect(new Set([...ports.stored.rules.values()].map(({ rule }) => rule.state))).toEqual(new Set(['off']));
    expect(ports.memoryRules.changes).toMatchObject([{ kind: 'imported', by: BY, words: ['91 rules'] }]);
  });

  it.each([0, 1, 2, 4])('that dies after %i slices is finished by the sweep', async (slices) => {
    const { id } = await start(MANY);
    ports.memoryRules.commitsLeft = slices;
    await expect(finish(id)).rejects.toThrow('died');
    ports.memoryRules.commitsLeft = Infinity;
    expect(await finishImports(ports)).toBe(false);
    expect(ports.stored.rules.size).toBeLessThan(MANY.length);
    ports.advance(600);
    expect(await finishImports(ports)).toBe(true);
    expect(ports.stored.rules.size).toBe(MANY.length);
    expect(ports.memoryRules.jobs.get(id)).toMatchObject({ state: 'done' });
  });

  it('is undone as a whole when somebody else changes one of its rules on the way', async () => {
    const [first, last] = [MANY[0]!, MANY.at(-1)!];
    ports.setRules(
      aRule({ ...first, description: 'as it was' }),
      aRule({ ...last, description: 'as it was' }),
    );
    const before = snapshot();
    const { id } = await start(MANY);
    ports.memoryRules.commitsLeft = 1;
    await expect(finish(id)).rejects.toThrow('died');
    ports.memoryRules.commitsLeft = Infinity;
    await setRuleState({ id: last.id, state: 'shadow' }, { by: 'other', ports });
    expect(await finish(id)).toMatchObject({ state: 'undone', reason: expect.stringContaining(last.name) });
    const after = JSON.parse(snapshot()) as Rule[];
    expect(after).toEqual(
      (JSON.parse(before) as Rule[]).map((rule) =>
        rule.id === last.id ? { ...rule, state: 'shadow' } : rule,
      ),
    );
    expect(ports.memoryRules.changes[0]).toMatchObject({ kind: 'import-undone' });
  });

  it('is refused when a rule changed since the preview, and writes nothing', async () => {
    ports.setRules(aRule({ id: 'one', name: 'One' }));
    const choices = [{ id: 'one', how: 'take' as const, version: 7 }];
    const source = { text: aSet(aRule({ id: 'one', name: 'Two' }).rule) };
    const refused = await startImport({ source, choices, keepState: false }, { by: BY, ports });
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(ports.memoryRules.jobs.size).toBe(0);
  });

  it('tells what was edited here from what came from a file', async () => {
    const rule = aRule({ id: 'one', name: 'One' }).rule;
    const asked = { by: BY, ports };
    await importRules({ text: aSet(rule), ids: ['one'] }, asked);
    const text = aSet({ ...rule, name: 'Another' });
    expect(await previewImport({ text }, asked)).toMatchObject({
      data: { entries: [{ change: 'changed' }] },
    });
    await setRuleState({ id: 'one', state: 'live' }, asked);
    expect(await previewImport({ text }, asked)).toMatchObject({
      data: { entries: [{ change: 'changed' }] },
    });
    const stored = ports.stored.rules.get('one')!;
    ports.stored.rules.set('one', { ...aRule({ ...stored.rule, name: 'By hand' }), version: 9 });
    expect(await previewImport({ text }, asked)).toMatchObject({
      data: { entries: [{ change: 'conflicting', version: 9 }] },
    });
  });
});
