// The whiteboards, databases, Smart Links and folders of a space, as links.

import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import type { Space } from '../api/content';
import { listTreeItems, TREE_ITEM_NAMES } from '../api/tree-items';

/** The list of tree items; nothing while there are none. */
export function ItemList({ space }: { readonly space: Space }) {
  const [location] = useLocation();
  const { data: items = [] } = useQuery({
    queryKey: ['tree-items', space.key],
    queryFn: () => listTreeItems(space.key),
  });
  if (items.length === 0) return null;
  return (
    <section aria-label="Boards, databases, links and folders">
      <h2 className="side-heading">Boards, databases, links, folders</h2>
      <ul>
        {items.map((item) => {
          const address = `/${item.type}/${item.id}`;
          return (
            <li key={item.id}>
              <Link
                href={address}
                className={location === address ? 'side-link is-current' : 'side-link'}
                aria-current={location === address ? 'page' : undefined}
              >
                {item.title === '' ? 'Untitled' : item.title}
                <span className="side-note">{TREE_ITEM_NAMES[item.type]}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
