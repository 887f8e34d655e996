// What can be created in a space.

import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import AddIcon from '@atlaskit/icon/core/add';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { TREE_ITEM_KINDS, TREE_ITEM_NAMES } from '../api/tree-items';
import type { TreeItemKind } from '../api/tree-items';
import { CreateItemDialog } from './create-item-dialog';

/** The "+" of the space. */
export function CreateMenu() {
  const [, navigate] = useLocation();
  const [kind, setKind] = useState<TreeItemKind>();
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        trigger={({ triggerRef, isSelected, ...trigger }) => (
          <IconButton
            {...trigger}
            ref={triggerRef}
            icon={AddIcon}
            label="Create"
            spacing="compact"
            isSelected={isSelected ?? false}
          />
        )}
      >
        <DropdownItemGroup title="Create">
          <DropdownItem onClick={() => navigate('/pages/new')}>Page</DropdownItem>
          <DropdownItem onClick={() => navigate('/blog/new')}>Blog post</DropdownItem>
          <DropdownItem onClick={() => navigate('/pages/new?live')}>Live doc</DropdownItem>
        </DropdownItemGroup>
        <DropdownItemGroup hasSeparator>
          {TREE_ITEM_KINDS.map((name) => (
            <DropdownItem key={name} onClick={() => setKind(name)}>
              {TREE_ITEM_NAMES[name]}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
      {kind === undefined ? null : <CreateItemDialog kind={kind} onClose={() => setKind(undefined)} />}
    </>
  );
}
