// The page of the app's global settings.

import { useCurrentUser } from '../state/session';
import { Loading } from '../ui/states';
import { AppView } from './app-view';
import { useAppModules } from './app-modules';

const BASE_PATH = '/wiki/admin/rulewright';

/** The admin page; started anew for each user, because the app may show each something else. */
export function AdminPage() {
  const user = useCurrentUser();
  const [module] = useAppModules('confluence:globalSettings');
  return (
    <main id="main" className="admin-page">
      {user === undefined || module === undefined ? (
        <Loading label="Loading Automation" />
      ) : (
        <AppView
          key={user.accountId}
          place={{ moduleKey: module.key, basePath: BASE_PATH }}
          resource={module.resource}
        />
      )}
    </main>
  );
}
