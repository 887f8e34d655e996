// Which page belongs to which address. It must not draw more than the frame around the pages.

import { Redirect, Route, Switch } from 'wouter';
import { AdminPage, GlobalPage } from './admin/admin-page';
import { ADMIN_PATH, APP_PATHS } from './admin/paths';
import { TREE_ITEM_KINDS } from './api/tree-items';
import { ContentPage } from './content/content-page';
import { CreateContent } from './editor/create-content';
import { EditContent } from './editor/edit-content';
import { TopBar } from './layout/top-bar';
import { HostPages } from './pages/host-pages';
import { ItemPage } from './spaces/item-page';
import { SpaceApp } from './spaces/space-app';
import { SpaceFrame } from './spaces/space-frame';
import { SpaceHome } from './spaces/space-home';
import { SpaceList } from './spaces/space-list';
import { SpaceSettings } from './spaces/space-settings';
import { SpaceTrash } from './spaces/space-trash';
import { BlogList } from './spaces/blog-list';
import { useLiveUpdates } from './state/live';
import { useApplyTheme } from './state/theme';
import { Flags } from './ui/flags';
import { Nothing } from './ui/states';

/** The pages, from the top bar down. */
export function App() {
  useApplyTheme();
  useLiveUpdates();
  return (
    <Flags>
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <TopBar />
      <Switch>
        <Route path="/wiki/spaces/:key" nest>
          {({ key }) => (
            <SpaceFrame spaceKey={key}>
              <SpacePages />
            </SpaceFrame>
          )}
        </Route>
        <Route path="/wiki/spaces" component={SpaceList} />
        <Route path={`${ADMIN_PATH}/*?`} component={AdminPage} />
        <Route path={APP_PATHS}>{({ route }) => <GlobalPage key={route} route={route} />}</Route>
        <Route path="/_host/*?" component={HostPages} />
        <Route path="/">
          <Redirect to="/wiki/spaces" replace />
        </Route>
        <Route path="/wiki">
          <Redirect to="/wiki/spaces" replace />
        </Route>
        <Route>
          <main id="main" className="page-narrow">
            <Nothing title="There is no such page">
              <a href="/wiki/spaces">See all spaces</a>
            </Nothing>
          </main>
        </Route>
      </Switch>
    </Flags>
  );
}

/** The pages of one space; their addresses are relative to it. */
function SpacePages() {
  return (
    <Switch>
      <Route path="/" component={SpaceHome} />
      <Route path="/overview" component={SpaceHome} />
      <Route path="/blog" component={BlogList} />
      <Route path="/trash" component={SpaceTrash} />
      <Route path="/settings" component={SpaceSettings} />
      <Route path="/settings/apps/:route">{({ route }) => <SpaceApp route={route} />}</Route>
      <Route path="/blog/new">
        <CreateContent kind="blogpost" />
      </Route>
      <Route path="/pages/new">
        <CreateContent kind="page" />
      </Route>
      <Route path="/pages/:id/edit">{({ id }) => <EditContent key={id} kind="page" id={id} />}</Route>
      <Route path="/blog/:id/edit">{({ id }) => <EditContent key={id} kind="blogpost" id={id} />}</Route>
      <Route path="/pages/:id/*?">{({ id }) => <ContentPage key={id} kind="page" id={id} />}</Route>
      <Route path="/blog/:id/*?">{({ id }) => <ContentPage key={id} kind="blogpost" id={id} />}</Route>
      {TREE_ITEM_KINDS.map((kind) => (
        <Route key={kind} path={`/${kind}/:id`}>
          {({ id }) => <ItemPage key={id} kind={kind} id={id} />}
        </Route>
      ))}
      <Route>
        <Nothing title="There is no such page in this space" />
      </Route>
    </Switch>
  );
}
