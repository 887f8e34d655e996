// The space that a page belongs to, for everything drawn inside the space's frame.

import { createContext, useContext } from 'react';
import type { Space } from '../api/content';

/** Carries the space of the frame. */
export const SpaceContext = createContext<Space | undefined>(undefined);

/** The space of the frame; only for use inside one. */
export function useSpace(): Space {
  const space = useContext(SpaceContext);
  if (space === undefined)
    throw new Error('Failed to find the space: this part is drawn outside a space frame.');
  return space;
}
