// A page of the app in the settings of a space.

import { Link } from 'wouter';
import { AppView } from '../admin/app-view';
import { useAppModules } from '../admin/app-modules';
import { useCurrentUser } from '../state/session';
import { Loading, Nothing } from '../ui/states';
import { useSpace } from './use-space';

const TYPE = 'confluence:spaceSettings';

/** Links to the app's pages in the settings of the frame's space. */
export function SpaceAppLinks() {
  const modules = useAppModules(TYPE);
  if (modules.length === 0) return null;
  return (
    <section>
      <h2 className="section-heading">Integrations</h2>
      <ul className="recent">
        {modules.map((module) => (
          <li key={module.key}>
            <Link href={`/settings/apps/${module.route}`}>{module.title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The page of the module with that route; started anew for each user and space. */
export function SpaceApp({ route }: { readonly route: string }) {
  const space = useSpace();
  const user = useCurrentUser();
  const modules = useAppModules(TYPE);
  const module = modules.find((one) => one.route === route);
  if (user === undefined || modules.length === 0) return <Loading label="Loading the app" />;
  if (module === undefined) return <Nothing title="There is no such page in the settings of this space" />;
  const basePath = `/wiki/spaces/${space.key}/settings/apps/${route}`;
  return (
    <article>
      <div className="page-heading">
        <h1>{module.title}</h1>
      </div>
      <AppView
        key={`${user.accountId} ${space.key}`}
        place={{
          moduleKey: module.key,
          basePath,
          extension: { space: { id: space.id, key: space.key }, location: location.href },
        }}
        resource={module.resource}
      />
    </article>
  );
}
