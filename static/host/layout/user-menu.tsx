// Shows who one is, and lets one be somebody else. There are no passwords on a local site.

import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import type { User } from '../api/host';
import { useCurrentUser, useSwitchUser, useUsers } from '../state/session';
import { useAction } from '../state/use-action';
import { Face } from '../ui/person';
import { menuTrigger } from './menu-trigger';

/** The switcher between the site's users. */
export function UserMenu() {
  const { data } = useUsers();
  const current = useCurrentUser();
  const switchTo = useAction('Could not switch the user', useSwitchUser());
  if (data === undefined || current === undefined) return null;
  return (
    <DropdownMenu
      trigger={menuTrigger(
        <Face accountId={current.accountId} />,
        `Signed in as ${current.displayName}. Switch user`,
      )}

      placement="bottom-end"
    >
      <DropdownItemRadioGroup id="users" title="Act as">
        {data.users
          .filter((user) => !user.app)
          .map((user) => (
            <DropdownItemRadio
              key={user.accountId}
              id={user.accountId}
              isSelected={user.accountId === current.accountId}
              description={roleOf(user)}
              onClick={() => void switchTo.run(user.accountId)}
            >
              {user.displayName}
            </DropdownItemRadio>
          ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}

function roleOf(user: User): string {
  if (!user.active) return 'Deactivated';
  if (!user.access) return 'No access to Confluence';
  return user.admin ? 'Site admin' : 'Member';
}
