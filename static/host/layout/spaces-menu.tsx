// The menu of spaces.

import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { listSpaces } from '../api/content';
import { menuTrigger } from './menu-trigger';

/** The menu of spaces. */
export function SpacesMenu() {
  const [, navigate] = useLocation();
  const { data: spaces = [] } = useQuery({ queryKey: ['spaces'], queryFn: listSpaces });
  return (
    <DropdownMenu trigger={menuTrigger('Spaces')}>
      <DropdownItemGroup title="Spaces">
        {spaces.map((space) => (
          <DropdownItem key={space.id} onClick={() => navigate(`/wiki/spaces/${space.key}`)}>
            {space.name}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
      <DropdownItemGroup hasSeparator>
        <DropdownItem onClick={() => navigate('/wiki/spaces')}>View all spaces</DropdownItem>
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
