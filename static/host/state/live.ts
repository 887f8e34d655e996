// Keeps what is shown current: the host announces each change of the site or the app, and everything on
// screen is then read again. Without announcements it polls. It must not decide what to show.

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

// Short enough that what a rule does is on screen within two seconds, long enough to be idle most of the time.
const POLL_MS = 700;
// Announcements come in bursts (a page, its label, its comment); one read answers a burst.
const SETTLE_MS = 60;

/** Reads everything on screen again whenever the host says that something changed. */
export function useLiveUpdates(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let settle: ReturnType<typeof setTimeout> | undefined;
    let connected = false;
    const refresh = (): void => {
      if (settle !== undefined) return;
      settle = setTimeout(() => {
        settle = undefined;
        void queries.invalidateQueries({ predicate: (entry) => entry.meta?.['live'] !== false });
      }, SETTLE_MS);
    };
    const source = new EventSource('/_host/api/changes');
    source.onopen = () => {
      connected = true;
    };
    source.onerror = () => {
      connected = false;
    };
    source.onmessage = refresh;
    const poll = setInterval(() => {
      if (!connected && document.visibilityState === 'visible') refresh();
    }, POLL_MS);
    return () => {
      source.close();
      clearInterval(poll);
      clearTimeout(settle);
    };
  }, [queries]);
}
