// The builder loses nothing: whatever the condition, reading and writing it gives the same JSON.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCondition } from '../../../../src/core/conditions/builder/read-condition';
import { writeCondition } from '../../../../src/core/conditions/builder/write-condition';
import { OPERATORS } from '../../../../src/core/conditions/operators/operators';
import { EVENTS } from '../../../../src/core/events/catalogue';
import { generateCondition } from '../generate-clauses';
import { generateLogic } from '../generate-logic';
import { createRandom } from '../random';
import type { JsonValue } from '../../../../src/core/json';
import type { BuilderNode } from '../../../../src/core/conditions/builder/model';

const PACKS = resolve(import.meta.dirname, '../../../../rules');
const SEED = 20_260_105;

/** Conditions of a rule file. */
function conditionsOf(file: string): readonly JsonValue[] {
  const { rules } = JSON.parse(readFileSync(join(PACKS, file), 'utf8')) as { rules: { if?: JsonValue }[] };
  return rules.flatMap((rule) => (rule.if === undefined ? [] : [rule.if]));
}

const OF_PACKS = readdirSync(PACKS)
  .filter((name) => name.endsWith('.json') && !name.includes('schema'))
  .flatMap(conditionsOf);

function roundTrip(logic: JsonValue | undefined): JsonValue | undefined {
  return writeCondition(readCondition(logic)).logic;
}

function kinds(node: BuilderNode): readonly string[] {
  return node.kind === 'group' ? node.members.flatMap(kinds) : [node.kind];
}

/** JSON as a file gives it: what generators make may hold -0 and the like, which JSON has no text for. */
function asJson(logic: unknown): JsonValue {
  return JSON.parse(JSON.stringify(logic) ?? 'null') as JsonValue;
}

describe('condition → builder → condition', () => {
  it('is identical for no condition, every operator, every example of the catalogue and every pack', () => {
    expect(roundTrip(undefined)).toBeUndefined();
    const known = [
      ...OPERATORS.map(({ example }) => example.logic),
      ...EVENTS.map(({ example }) => example.condition),
      ...OF_PACKS,
    ];
    for (const logic of known) expect(roundTrip(logic)).toStrictEqual(logic);
  });

  it('is identical for 8,000 generated conditions, odd and ordinary', () => {
    const random = createRandom(SEED);
    for (let turn = 0; turn < 4_000; turn += 1) {
      const odd = asJson(generateLogic(random, 1 + random.below(5)));
      expect(roundTrip(odd)).toStrictEqual(odd);
      const ordinary = asJson(generateCondition(random, 1 + random.below(4)));
      expect(roundTrip(ordinary)).toStrictEqual(ordinary);
    }
  });

  it('is identical for every spelling of the same clause', () => {
    const title = { var: 'content.title' };
    for (const logic of [
      { isEmpty: [title] },
      { isEmpty: title },
      { '!': { isEmpty: title } },
      { '!': [{ isEmpty: [{ var: ['content.title'] }] }] },
      { hasLabel: 'a' },
      { hasLabel: ['a'] },
      { '!': [{ hasLabel: ['a', 'b'] }] },
      { and: [{ '==': [title, 'x'] }] },
      { and: { '==': [title, 'x'] } },
      { and: [] },
      { '!': { or: [title, { and: [title, null, [1, 2]] }] } },
      { '!': [{ and: [title] }] },
      { '==': [title, null] },
      { '<=': [1, { var: 'size' }, 3] },
      { in: [title, []] },
      { some: [{ var: 'content.ancestors' }, { '==': [{ var: 'title' }, 'Top'] }] },
      { none: [{ var: 'x' }, { hasLabel: 'a' }] },
      { var: 'a[].b' },
      false,
      null,
      'text',
      [],
    ] satisfies JsonValue[]) {
      expect(roundTrip(logic)).toStrictEqual(logic);
    }
  });

  it('shows nearly every condition of the packs and of the catalogue without JSON', () => {
    const all = [...EVENTS.map(({ example }) => example.condition), ...OF_PACKS];
    const clauses = all.flatMap((logic) => kinds(readCondition(logic).root));
    const json = clauses.filter((kind) => kind === 'json').length;
    expect(json / clauses.length).toBeLessThan(0.1);
  });

  it('says where each clause stands, so that problems find it', () => {
    const logic = {
      and: [
        { startsWith: [{ var: 'content.title' }, 'M'] },
        { '!': { or: [{ hasLabel: 'a' }, { '>': [{ var: 'n' }, 1] }] } },
      ],
    };
    const model = readCondition(logic);
    const { paths } = writeCondition(model);
    expect([...paths.values()]).toEqual([
      'if',
      'if.and[0]',
      'if.and[1]',
      'if.and[1].!.or[0]',
      'if.and[1].!.or[1]',
    ]);
  });
});
