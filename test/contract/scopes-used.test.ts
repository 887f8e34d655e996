// No scope is declared for nothing: an admin grants them all. That those of the events and the actions are declared, and
// that the actions name what they really use, is tested beside it.

import { expect, it } from 'vitest';
import { ACTIONS } from '../../src/core/actions/index';
import { EVENTS } from '../../src/core/events/catalogue';
import { readManifest } from './read-manifest';

/** What neither an event nor an action needs, with what does. */
const OTHERS: Readonly<Record<string, string>> = {
  'storage:app': '@forge/kvs keeps rules, runs and settings',
  'read:confluence-user': 'who the app is, and whether the caller of its page is an admin',
  'read:attachment:confluence': 'fields on demand of attachments',
  'read:content.metadata:confluence': 'the field on demand `ancestors`',
};

const needed = new Set([...EVENTS, ...Object.values(ACTIONS)].flatMap(({ scopes }) => [...scopes]));

it('every declared scope is needed by an event or an action, or listed here with its reason', () => {
  const declared = Object.keys(readManifest().permissions.scopes);
  expect(declared.filter((scope) => !needed.has(scope) && !(scope in OTHERS))).toEqual([]);
});

it('what is listed here is declared', () => {
  const declared = readManifest().permissions.scopes;
  for (const scope of Object.keys(OTHERS)) expect(declared).toHaveProperty([scope]);
});
