// The pages that the app has to itself: in the settings of the site, for administrators, and among the apps, for everybody.

import { useAppModules } from './app-modules';
import { AppView } from './app-view';
import { ADMIN_PATH, appPath } from './paths';
import { useCurrentUser } from '../state/session';
import { Loading, Nothing } from '../ui/states';
import type { AppModule } from '../api/host';

/** The page of the app's global settings. */
export function AdminPage() {
  const [module] = useAppModules('confluence:globalSettings');
  return <WholePage module={module} basePath={ADMIN_PATH} />;
}

/** The global page with that route. */
export function GlobalPage({ route }: { readonly route: string }) {
  const modules = useAppModules('confluence:globalPage');
  const module = modules.find((one) => one.route === route);
  if (modules.length > 0 && module === undefined) {
    return (
      <main id="main" className="page-narrow">
        <Nothing title="No app has a page here" />
      </main>
    );
  }
  return <WholePage module={module} basePath={appPath(route)} />;
}

/** Started anew for each user, because the app may show each something else. */
function WholePage({
  module,
  basePath,
}: {
  readonly module: AppModule | undefined;
  readonly basePath: string;
}) {
  const user = useCurrentUser();
  return (
    <main id="main" className="admin-page">
      {user === undefined || module === undefined ? (
        <Loading label="Loading Automation" />
      ) : (
        <AppView
          key={user.accountId}
          place={{ moduleKey: module.key, basePath }}
          resource={module.resource}
        />
      )}
    </main>
  );
}
