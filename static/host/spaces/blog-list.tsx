// The blog posts of a space, newest first.

import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { listContent } from '../api/content';
import { useUserNames } from '../state/session';
import { Face } from '../ui/person';
import { Loading, Nothing, Refusal } from '../ui/states';
import { TimeAgo } from '../ui/time-ago';
import { useSpace } from './use-space';

/** The blog of the frame's space. */
export function BlogList() {
  const space = useSpace();
  const nameOf = useUserNames();
  const [, navigate] = useLocation();
  const { data, error } = useQuery({
    queryKey: ['blogposts', space.id],
    queryFn: () => listContent('blogpost', space.id, 'current'),
  });
  const posts = data?.toSorted(
    (left, right) => Date.parse(right.createdAt ?? '') - Date.parse(left.createdAt ?? ''),
  );
  return (
    <article>
      <div className="page-heading">
        <h1>Blog</h1>
        <Button appearance="primary" onClick={() => navigate('/blog/new')}>
          Write a post
        </Button>
      </div>
      {error !== null ? <Refusal title="The blog could not be read" error={error} /> : null}
      {data === undefined && error === null ? <Loading label="Loading the blog" /> : null}
      {posts?.length === 0 ? <Nothing title="No posts yet">Tell the team what is new.</Nothing> : null}
      <ul className="recent">
        {posts?.map((post) => (
          <li key={post.id}>
            <Link href={`/blog/${post.id}`}>{post.title}</Link>
            <span className="quiet recent-by">
              <Face accountId={post.authorId ?? ''} size="xxsmall" /> {nameOf(post.authorId)},{' '}
              <TimeAgo at={post.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}
