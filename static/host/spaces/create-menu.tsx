// What can be created in a space.

import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import AddIcon from '@atlaskit/icon/core/add';
import { useLocation } from 'wouter';

/** The "+" of the space. */
export function CreateMenu() {
  const [, navigate] = useLocation();
  return (
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
    </DropdownMenu>
  );
}
