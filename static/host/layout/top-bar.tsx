// The bar on top of every page: where to go, what time it is on the host, who one is.

import { Link } from 'wouter';
import { useCurrentUser } from '../state/session';
import { ClockMenu } from './clock-menu';
import { HostMenu } from './host-menu';
import { Search } from './search';
import { SpacesMenu } from './spaces-menu';
import { ThemeMenu } from './theme-menu';
import { UserMenu } from './user-menu';

/** The top bar. */
export function TopBar() {
  const user = useCurrentUser();
  return (
    <header className="top-bar">
      <Link href="/wiki/spaces" className="top-bar-product">
        <ProductMark />
        <span>
          Confluence <span className="top-bar-local">(local)</span>
        </span>
      </Link>
      <nav className="top-bar-links" aria-label="Main">
        <SpacesMenu />
        {user?.admin === true ? (
          <Link href="/wiki/admin/rulewright" className="top-bar-link">
            Automation
          </Link>
        ) : null}
        <HostMenu />
      </nav>
      <Search />
      <div className="top-bar-tools">
        <ClockMenu />
        <ThemeMenu />
        <UserMenu />
      </div>
    </header>
  );
}

function ProductMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--ds-background-brand-bold)" />
      <path
        d="M8 5.5h8a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Zm2 4h4m-4 3h4m-4 3h2"
        stroke="var(--ds-icon-inverse)"
        strokeWidth="1.5"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
