// A person named in a body, as @Name.

import { useCurrentUser, useUserNames } from '../state/session';

/** The mention of an account; one's own is marked, as in Confluence. */
export function Mention({ accountId }: { readonly accountId: string }) {
  const nameOf = useUserNames();
  const own = useCurrentUser()?.accountId === accountId;
  return <span className={own ? 'mention is-own' : 'mention'}>@{nameOf(accountId)}</span>;
}
