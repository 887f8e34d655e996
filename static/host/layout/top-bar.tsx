// The bar on top of every page: where to go, what time it is on the host, who one is.

import { Link } from 'wouter';
import { useAppModules } from '../admin/app-modules';
import { ADMIN_PATH, appPath } from '../admin/paths';
import { useCurrentUser } from '../state/session';
import { ClockMenu } from './clock-menu';
import { HostMenu } from './host-menu';
import { Search } from './search';
import { SpacesMenu } from './spaces-menu';
import { ThemeMenu } from './theme-menu';
import { UserMenu } from './user-menu';

/** The top bar. */
export function TopBar() {
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
        <AppLink />
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

/** To the app: for administrators to its settings, which open to them alone; for others to its page among the apps. */
function AppLink() {
  const user = useCurrentUser();
  const [page] = useAppModules('confluence:globalPage');
  const href = user?.admin === true ? ADMIN_PATH : page === undefined ? undefined : appPath(page.route);
  if (user === undefined || href === undefined) return null;
  return (
    <Link href={href} className="top-bar-link">
      Automation
    </Link>
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
