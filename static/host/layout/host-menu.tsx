// The menu of the host's own pages.

import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { useLocation } from 'wouter';
import { HOST_PAGES } from '../pages/host-page-list';
import { menuTrigger } from './menu-trigger';

/** The menu of the host's own pages. */
export function HostMenu() {
  const [, navigate] = useLocation();
  return (
    <DropdownMenu trigger={menuTrigger('Host')}>
      <DropdownItemGroup title="This local host">
        {HOST_PAGES.map((page) => (
          <DropdownItem key={page.path} onClick={() => navigate(page.path)}>
            {page.title}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
