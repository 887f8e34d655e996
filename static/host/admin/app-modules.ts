// The modules of the app's manifest that have a place on the site's pages.

import { useQuery } from '@tanstack/react-query';
import { listModules } from '../api/host';
import type { AppModule } from '../api/host';

/** The modules of one type, in the manifest's order; none while they are being read. */
export function useAppModules(type: string): readonly AppModule[] {
  const { data = [] } = useQuery({ queryKey: ['modules'], queryFn: listModules, staleTime: Infinity });
  return data.filter((module) => module.type === type);
}
