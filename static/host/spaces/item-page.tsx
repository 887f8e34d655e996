// The page of a whiteboard, database, Smart Link or folder. What is inside them is not emulated; moving, copying
// and trashing them is.

import Button from '@atlaskit/button/new';
import ButtonGroup from '@atlaskit/button/button-group';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { copyItem } from '../api/site';
import { readTreeItem, trashTreeItem, TREE_ITEM_NAMES } from '../api/tree-items';
import type { TreeItemKind } from '../api/tree-items';
import { MoveDialog } from '../content/move-dialog';
import { useUserNames } from '../state/session';
import { useAction } from '../state/use-action';
import { safeAddress } from '../storage/safe-address';
import { Face } from '../ui/person';
import { Loading, Nothing, Refusal } from '../ui/states';
import { TimeAgo } from '../ui/time-ago';

/** The page of one tree item. */
export function ItemPage({ kind, id }: { readonly kind: TreeItemKind; readonly id: string }) {
  const [, navigate] = useLocation();
  const [isMoving, setMoving] = useState(false);
  const nameOf = useUserNames();
  const { data: item, error } = useQuery({
    queryKey: ['item', kind, id],
    queryFn: () => readTreeItem(kind, id),
  });
  const copy = useAction('Could not copy it', async (title: string) => {
    const made = await copyItem(kind, id, title);
    navigate(`/${kind}/${made.id}`);
  });
  const trash = useAction('Could not move it to the trash', () => trashTreeItem(kind, id));
  const throwAway = async (): Promise<void> => {
    if (await trash.run()) navigate('/');
  };
  if (error !== null) return <Refusal title="It could not be read" error={error} />;
  if (item === undefined) return <Loading label="Loading" />;
  const link = safeAddress(item.embedUrl ?? undefined);
  return (
    <article>
      <div className="page-heading">
        <h1>{item.title === '' ? 'Untitled' : item.title}</h1>
        <ButtonGroup label="Actions">
          <Button onClick={() => setMoving(true)}>Move</Button>
          <Button onClick={() => void copy.run(`Copy of ${item.title}`)}>Copy</Button>
          <Button onClick={() => void throwAway()}>Move to trash</Button>
        </ButtonGroup>
      </div>
      <div className="byline">
        <Face accountId={item.authorId ?? ''} />
        <span className="quiet">
          {TREE_ITEM_NAMES[kind]} by {nameOf(item.authorId)}, <TimeAgo at={item.createdAt} />
        </span>
      </div>
      <Nothing title={`A ${TREE_ITEM_NAMES[kind].toLowerCase()}`}>
        {link === undefined ? (
          'What is drawn or kept in it is not part of this local site; its events are.'
        ) : (
          <a href={link} target="_blank" rel="noreferrer">
            {link}
          </a>
        )}
      </Nothing>
      {isMoving ? <MoveDialog kind={kind} contentId={id} onClose={() => setMoving(false)} /> : null}
    </article>
  );
}
