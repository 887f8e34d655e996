// Who is signed in and what time it is on the host, for every page. Switching users forgets all that was read
// as the one before. It must not draw anything.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { readStatus, readUsers, switchUser } from '../api/host';
import type { User } from '../api/host';

// How often a shown clock moves on; a second is what people expect of a clock.
const TICK_MS = 1000;

/** What the host says about itself; read again whenever something happened. */
export function useStatus() {
  return useQuery({ queryKey: ['host', 'status'], queryFn: readStatus });
}

/** Everyone on the site and who is signed in. */
export function useUsers() {
  return useQuery({ queryKey: ['host', 'users'], queryFn: readUsers, staleTime: 60_000 });
}

/** The signed-in user; `undefined` until known. */
export function useCurrentUser(): User | undefined {
  const { data } = useUsers();
  return data?.users.find((user) => user.accountId === data.current);
}

/** Finds a name for an account id; an unknown one is shown as "Unknown user". */
export function useUserNames(): (accountId: string | null | undefined) => string {
  const { data } = useUsers();
  return useMemo(() => {
    const names = new Map(data?.users.map((user) => [user.accountId, user.displayName]));
    return (accountId) => names.get(accountId ?? '') ?? 'Unknown user';
  }, [data]);
}

/** Signs in as another user and reads everything again as that user. */
export function useSwitchUser(): (accountId: string) => Promise<void> {
  const queries = useQueryClient();
  return async (accountId) => {
    await switchUser(accountId);
    await queries.resetQueries();
  };
}

/** Host time in epoch milliseconds, moving on while the host's clock does. */
export function useHostNow(): number {
  const { data, dataUpdatedAt } = useStatus();
  const [browserNow, setBrowserNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setBrowserNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (data === undefined) return browserNow;
  if (data.clock.mode === 'manual') return data.clock.nowMs;
  return data.clock.nowMs + Math.max(0, browserNow - dataUpdatedAt);
}
