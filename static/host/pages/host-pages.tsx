// The host's own pages: what it is, what happened, what waits, what is made to fail, and what it cannot do.

import { Link, Route, Switch, useLocation } from 'wouter';
import { Nothing } from '../ui/states';
import { EventsPage } from './events-page';
import { FaultsPage } from './faults-page';
import { HOST_PAGES } from './host-page-list';
import { InvocationsPage } from './invocations-page';
import { PendingPage } from './pending-page';
import { SendEventPage } from './send-event-page';
import { PeoplePage } from './people-page';
import { StatusPage } from './status-page';
import { UnemulatedPage } from './unemulated-page';

/** The host's pages with their navigation. */
export function HostPages() {
  const [location] = useLocation();
  return (
    <main id="main" className="host-pages">
      <nav className="host-nav" aria-label="Host pages">
        {HOST_PAGES.map((page) => (
          <Link
            key={page.path}
            href={page.path}
            className={location === page.path ? 'side-link is-current' : 'side-link'}
            aria-current={location === page.path ? 'page' : undefined}
          >
            {page.title}
          </Link>
        ))}
      </nav>
      <section className="host-page">
        <Switch>
          <Route path="/_host" component={StatusPage} />
          <Route path="/_host/events" component={EventsPage} />
          <Route path="/_host/events/fire" component={SendEventPage} />
          <Route path="/_host/invocations" component={InvocationsPage} />
          <Route path="/_host/pending" component={PendingPage} />
          <Route path="/_host/faults" component={FaultsPage} />
          <Route path="/_host/people" component={PeoplePage} />
          <Route path="/_host/unemulated" component={UnemulatedPage} />
          <Route>
            <Nothing title="The host has no such page" />
          </Route>
        </Switch>
      </section>
    </main>
  );
}
