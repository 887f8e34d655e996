// The tree of a space's pages, drawn as nested lists of links.

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { listContent } from '../api/content';
import type { Space } from '../api/content';
import { pageTree } from './tree';
import type { PageNode } from './tree';

/** The tree of pages of a space. */
export function PageTree({ space }: { readonly space: Space }) {
  const { data } = useQuery({
    queryKey: ['pages', space.id],
    queryFn: () => listContent('page', space.id, 'current'),
  });
  const tree = useMemo(() => pageTree(data ?? []), [data]);
  return (
    <section aria-label="Pages">
      <h2 className="side-heading">Pages</h2>
      {data?.length === 0 ? <p className="side-empty">No pages yet</p> : <Branch nodes={tree} />}
    </section>
  );
}

function Branch({ nodes }: { readonly nodes: readonly PageNode[] }) {
  const [location] = useLocation();
  return (
    <ul className="page-tree">
      {nodes.map(({ page, children }) => {
        const isCurrent = location === `/pages/${page.id}` || location.startsWith(`/pages/${page.id}/`);
        return (
          <li key={page.id}>
            <Link
              href={`/pages/${page.id}`}
              className={isCurrent ? 'side-link is-current' : 'side-link'}
              aria-current={isCurrent ? 'page' : undefined}
            >
              {page.title}
              {page.subtype === 'live' ? <span className="side-note">live</span> : null}
            </Link>
            {children.length > 0 ? <Branch nodes={children} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
