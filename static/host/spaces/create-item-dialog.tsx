// Asks for the title of a new whiteboard, database, Smart Link or folder.

import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { createTreeItem, TREE_ITEM_NAMES } from '../api/tree-items';
import type { TreeItemKind } from '../api/tree-items';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { useSpace } from './use-space';

/** The dialog that creates a tree item. */
export function CreateItemDialog({
  kind,
  onClose,
}: {
  readonly kind: TreeItemKind;
  readonly onClose: () => void;
}) {
  const space = useSpace();
  const [, navigate] = useLocation();
  const [title, setTitle] = useState('');
  const [address, setAddress] = useState('https://');
  const create = useAction('Could not create it', async () => {
    const item = await createTreeItem(kind, {
      spaceId: space.id,
      title,
      ...(space.homepageId == null ? {} : { parentId: space.homepageId }),
      ...(kind === 'embed' ? { embedUrl: address } : {}),
    });
    navigate(`/${kind}/${item.id}`);
  });
  const confirm = async (): Promise<void> => {
    if (await create.run()) onClose();
  };
  return (
    <Dialog
      title={`Create ${TREE_ITEM_NAMES[kind].toLowerCase()}`}
      confirm="Create"
      isConfirmDisabled={title.trim() === ''}
      isBusy={create.isRunning}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field id="item-title" label="Title">
        <Textfield
          id="item-title"
          autoFocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </Field>
      {kind === 'embed' ? (
        <Field id="item-address" label="Link">
          <Textfield
            id="item-address"
            type="url"
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        </Field>
      ) : null}
    </Dialog>
  );
}
