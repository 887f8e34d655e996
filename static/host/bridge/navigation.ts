// Follows an address that an app gave: inside the pages without loading them anew, elsewhere as a link would.

import { useContext } from 'react';
import { BridgeContext } from './bridge-context';

/** How links and link buttons of an app go somewhere. */
export function useNavigateTo(): (address: string) => void {
  const host = useContext(BridgeContext);
  return (address) => {
    if (host === undefined) location.assign(address);
    else host.navigate(address, false);
  };
}
