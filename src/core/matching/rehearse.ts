// Matches an event against a small built-in part while the store is still answering. In a fresh process the engine
// compiles each function when it is first called, which costs as much as the matching itself; this way that is done
// before the stored parts arrive. It must not change any answer.

import { ANY_EVENT } from '../runs/judge-rule';
import { toConditionText } from './condition-text';
import { matchParts } from './match-parts';
import { SHARD_FORMAT } from './shard';
import { partKeysOf } from './shard-layout';
import { writeLists, writeRules, writeStarts, writeTable } from './shard-text';
import type { ParsedEvent } from '../events/event';
import type { JudgeContext } from '../runs/judge-rule';
import type { StoredMatch } from './match-parts';
import type { ShardHead, ShardPart, ShardRule } from './shard';

const TITLE = { var: ['content.title', ''] };
const STATUS = { var: 'content.status' };

/** Between them they use what most conditions use; every event is asked all of them. */
const CONDITIONS: readonly unknown[] = [
  { '!': [{ and: [{ '!=': [STATUS, '-'] }, { in: ['-', TITLE] }] }] },
  { '!': [{ or: [{ '==': [{ substr: [TITLE, 0, 1] }, '-'] }, { in: [{ var: 'space.key' }, ['-']] }] }] },
  { '!': [{ some: [{ var: 'content.labels' }, { '==': [{ var: 'name' }, '-'] }] }] },
  { or: [{ contains: [{ var: 'content.title' }, '-'] }, { hasLabel: '-' }, { '>': [STATUS, 0] }] },
];

const HEAD: ShardHead = {
  v: SHARD_FORMAT,
  generation: 1,
  types: [[ANY_EVENT, { open: ['open'], spaces: ['space', null] }]],
};

/**
 * The engine prepares a function in steps, as it is called again. Sixteen rounds take a millisecond more than four, and
 * what follows a quarter less.
 */
const ROUNDS = 16;

/** What matches of the built-in rules. Nobody needs to know; never throws. */
export function rehearse(event: ParsedEvent, context: JudgeContext): readonly StoredMatch[] {
  const parts = [builtInPart()];
  let matches: readonly StoredMatch[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    partKeysOf(HEAD, event);
    matches = matchParts(parts, event, context);
  }
  return matches;
}

function builtInPart(): ShardPart {
  const rules = CONDITIONS.map((condition, at): ShardRule => [
    `rule-${at}`,
    1,
    1,
    0,
    { personalSpaces: true },
    toConditionText(condition),
  ]);
  const { text, starts } = writeRules(rules);
  const table = writeTable(new Map([['-', starts]]));
  const nothing = { elements: [], ofNull: '', ofOther: '', plain: true } as const;
  return {
    v: SHARD_FORMAT,
    rules: text,
    open: writeStarts(starts),
    slots: [
      { read: 'spaceKey', equal: table, text: {}, ...nothing },
      {
        read: ['content.title', ''],
        equal: '',
        text: writeLists(new Map(['a', 'e', 'i', 'o', 'u'].map((letter) => [letter, starts]))),
        ...nothing,
      },
      {
        read: ['content.labels', null],
        equal: '',
        text: {},
        ...nothing,
        elements: [['name', false, table]],
        plain: false,
      },
    ],
  };
}
