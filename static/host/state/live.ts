// Keeps what is shown current: the host announces each change of the site or the app, and everything on
// screen is then read again. Without announcements it polls. It must not decide what to show.

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

// Short enough that what a rule does is on screen within two seconds, long enough to be idle most of the time.
const POLL_MS = 700;
// Announcements come in bursts (a page, its label, its comment); one read answers a burst.
const SETTLE_MS = 60;

/** Reads everything on screen again whenever the host says that something changed, while the page is visible. */
export function useLiveUpdates(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const refresh = oneAtATime(async () => {
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      await queries.invalidateQueries({ predicate: (entry) => entry.meta?.['live'] !== false });
    });
    return listenWhileVisible(refresh);
  }, [queries]);
}

/** Calls `changed` for each announcement; a hidden page gives its connection back, for a browser has few. */
function listenWhileVisible(changed: () => void): () => void {
  let source: EventSource | undefined;
  let isConnected = false;
  const disconnect = (): void => {
    source?.close();
    source = undefined;
    isConnected = false;
  };
  const connect = (): void => {
    disconnect();
    if (document.visibilityState !== 'visible') return;
    source = new EventSource('/_host/api/changes');
    source.onopen = () => {
      isConnected = true;
    };
    source.onerror = () => {
      isConnected = false;
    };
    source.onmessage = changed;
    changed();
  };
  const poll = setInterval(() => {
    if (!isConnected && document.visibilityState === 'visible') changed();
  }, POLL_MS);
  document.addEventListener('visibilitychange', connect);
  connect();
  return () => {
    disconnect();
    clearInterval(poll);
    document.removeEventListener('visibilitychange', connect);
  };
}

/** Runs `work` once more after it, however often it was asked for meanwhile; so a stream of changes cannot starve it. */
function oneAtATime(work: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await work();
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}
