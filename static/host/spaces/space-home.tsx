// The overview of a space: its home page if it has one, and what changed lately.

import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { listContent } from '../api/content';
import { Face } from '../ui/person';
import { Nothing } from '../ui/states';
import { TimeAgo } from '../ui/time-ago';
import { useSpace } from './use-space';

// What fits beside each other without becoming a list to search in.
const RECENT_COUNT = 8;

/** The overview of the frame's space. */
export function SpaceHome() {
  const space = useSpace();
  const [, navigate] = useLocation();
  const { data: pages } = useQuery({
    queryKey: ['pages', space.id],
    queryFn: () => listContent('page', space.id, 'current'),
  });
  const recent = (pages ?? [])
    .toSorted((left, right) => Date.parse(right.createdAt ?? '') - Date.parse(left.createdAt ?? ''))
    .slice(0, RECENT_COUNT);
  return (
    <article className="space-home">
      <div className="page-heading">
        <h1>{space.name}</h1>
        <Button appearance="primary" onClick={() => navigate('/pages/new')}>
          Create page
        </Button>
      </div>
      {pages?.length === 0 ? (
        <Nothing title="This space is empty">
          Create a page, and watch what the rules of the automation do with it.
        </Nothing>
      ) : (
        <section>
          <h2 className="section-heading">Newest pages</h2>
          <ul className="recent">
            {recent.map((page) => (
              <li key={page.id}>
                <Link href={`/pages/${page.id}`}>{page.title}</Link>
                <span className="quiet recent-by">
                  <Face accountId={page.authorId ?? ''} size="xxsmall" /> <TimeAgo at={page.createdAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
