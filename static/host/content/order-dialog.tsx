// Puts the pages under a page in another order.

import { IconButton } from '@atlaskit/button/new';
import DownIcon from '@atlaskit/icon/core/arrow-down';
import UpIcon from '@atlaskit/icon/core/arrow-up';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listContent } from '../api/content';
import { orderChildren } from '../api/site';
import { useSpace } from '../spaces/use-space';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import type { ContentDialogProps } from './action-dialogs';

/** The dialog that orders children. */
export function OrderDialog({ content, onClose }: ContentDialogProps) {
  const space = useSpace();
  const { data: pages = [] } = useQuery({
    queryKey: ['pages', space.id],
    queryFn: () => listContent('page', space.id, 'current'),
  });
  const children = pages
    .filter((page) => page.parentId === content.id)
    .toSorted((left, right) => (left.position ?? 0) - (right.position ?? 0));
  const [chosen, setChosen] = useState<readonly string[]>();
  const order = chosen ?? children.map((child) => child.id);
  const save = useAction('Could not order the pages', () => orderChildren(content.id, order));
  const swap = (index: number, other: number): void => {
    const next = [...order];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(other, 0, moved);
    setChosen(next);
  };
  const confirm = async (): Promise<void> => {
    if (await save.run()) onClose();
  };
  return (
    <Dialog
      title="Order the pages under this"
      confirm="Save order"
      isConfirmDisabled={chosen === undefined}
      isBusy={save.isRunning}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {order.length < 2 ? 'There are no two pages under this one.' : null}
      <ol className="order-list">
        {order.map((id, index) => {
          const title = children.find((child) => child.id === id)?.title ?? id;
          return (
            <li key={id}>
              <span>{title}</span>
              <IconButton
                icon={UpIcon}
                label={`Move ${title} up`}
                spacing="compact"
                isDisabled={index === 0}
                onClick={() => swap(index, index - 1)}
              />
              <IconButton
                icon={DownIcon}
                label={`Move ${title} down`}
                spacing="compact"
                isDisabled={index === order.length - 1}
                onClick={() => swap(index, index + 1)}
              />
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
