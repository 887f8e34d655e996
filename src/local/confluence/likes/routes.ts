// REST v2 for likes: how many, and whose. Liking itself has no public operation; see site/.

import type { Operation } from '../http/operation';
import { ok, param } from '../http/operation';
import { v2Page } from '../http/paging';
import { requireContent } from '../permissions/require';
import { peopleOf } from '../relations';

const LIKEABLE = [
  { name: 'Page', path: 'pages', type: 'page', scope: 'read:page:confluence' },
  { name: 'BlogPost', path: 'blogposts', type: 'blogpost', scope: 'read:page:confluence' },
  { name: 'Footer', path: 'footer-comments', type: 'comment', scope: 'read:comment:confluence' },
  { name: 'Inline', path: 'inline-comments', type: 'comment', scope: 'read:comment:confluence' },
] as const;

export const likeOperations: readonly Operation[] = LIKEABLE.flatMap(({ name, path, type, scope }) => [
  {
    id: `get${name}LikeCount`,
    method: 'GET',
    path: `/wiki/api/v2/${path}/{id}/likes/count`,
    version: 2,
    scopes: [[scope]],
    perform: (input, session) => {
      const content = requireContent(session, param(input, 'id'), [type]);
      return ok({ count: peopleOf(session.tables, 'like', content.id).length });
    },
  } satisfies Operation,
  {
    id: `get${name}LikeUsers`,
    method: 'GET',
    path: `/wiki/api/v2/${path}/{id}/likes/users`,
    version: 2,
    scopes: [[scope]],
    perform: (input, session) => {
      const content = requireContent(session, param(input, 'id'), [type]);
      const people = peopleOf(session.tables, 'like', content.id);
      return v2Page(input, session, people, (accountId) => ({ accountId }));
    },
  } satisfies Operation,
]);
