// The scopes of every action are in the manifest, and usable in a user's name: any action may run as a user.

import { expect, it } from 'vitest';
import { ACTIONS } from '../../src/core/actions/index';
import { readManifest } from './read-manifest';

const declared = readManifest().permissions.scopes;

it.each(Object.values(ACTIONS))('$kind: its scopes are declared with allowImpersonation', (action) => {
  const { scopes, impersonal } = action;
  // What asks nothing of Confluence in anybody's name may need none.
  if (impersonal !== true) expect(scopes.length).toBeGreaterThan(0);
  for (const scope of scopes) expect(declared, scope).toHaveProperty([scope], { allowImpersonation: true });
});
