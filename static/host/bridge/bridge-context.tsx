// Hands the bridge's host to the components that need it: frames and links.

import { createContext } from 'react';
import type { BridgeHost } from './bridge-host';

/** The page that holds the app; absent outside of one. */
export const BridgeContext = createContext<BridgeHost | undefined>(undefined);
