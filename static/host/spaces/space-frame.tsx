// The frame of a space: its name, its tree of pages on the left, the page on the right. On narrow screens the
// tree folds away behind a button.

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import MenuIcon from '@atlaskit/icon/core/menu';
import { listSpaces } from '../api/content';
import { Loading, Nothing, Refusal } from '../ui/states';
import { CreateMenu } from './create-menu';
import { ItemList } from './item-list';
import { PageTree } from './page-tree';
import { SpaceContext } from './use-space';
import { SpaceMark } from './space-mark';

/** Draws `children` inside the frame of the space with that key. */
export function SpaceFrame(props: { readonly spaceKey: string; readonly children: ReactNode }) {
  const { data, error } = useQuery({ queryKey: ['spaces'], queryFn: listSpaces });
  const [isTreeOpen, setTreeOpen] = useState(false);
  const [location] = useLocation();
  useEffect(() => setTreeOpen(false), [location]);
  if (error !== null) {
    return (
      <main id="main" className="page-narrow">
        <Refusal title="The spaces could not be read" error={error} />
      </main>
    );
  }
  if (data === undefined) return <Loading label="Loading the space" />;
  const space = data.find((candidate) => candidate.key === props.spaceKey);
  if (space === undefined) {
    return (
      <main id="main" className="page-narrow">
        <Nothing title={`There is no space ${props.spaceKey} that you may see`}>
          <a href="/wiki/spaces">See all spaces</a>
        </Nothing>
      </main>
    );
  }
  return (
    <SpaceContext.Provider value={space}>
      <div className={isTreeOpen ? 'space is-tree-open' : 'space'}>
        <button
          type="button"
          className="space-tree-toggle"
          aria-expanded={isTreeOpen}
          onClick={() => setTreeOpen((open) => !open)}
        >
          <MenuIcon label="" size="small" /> {space.name}
        </button>
        <aside className="space-side" aria-label={`Space ${space.name}`}>
          <div className="space-title">
            <SpaceMark space={space} />
            <Link href="/">{space.name}</Link>
            <CreateMenu />
          </div>
          <nav aria-label="Space">
            <Link href="/" className="side-link">
              Overview
            </Link>
            <Link href="/blog" className="side-link">
              Blog
            </Link>
            <PageTree space={space} />
            <ItemList space={space} />
            <div className="side-more">
              <Link href="/settings" className="side-link">
                Space settings
              </Link>
              <Link href="/trash" className="side-link">
                Trash and archive
              </Link>
            </div>
          </nav>
        </aside>
        <main id="main" className="space-main">
          {props.children}
        </main>
      </div>
    </SpaceContext.Provider>
  );
}
