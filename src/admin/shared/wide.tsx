// Keeps tables readable in narrow windows: cells that do not shrink below a width, and a box to scroll them in.

import { Box, xcss } from '@forge/react';
import type { ReactNode } from 'react';

const SCROLLED = xcss({ width: '100%', overflowX: 'auto' });
const COLUMN = xcss({ minWidth: '8rem' });

/** A box that scrolls sideways when its table is wider than the window. */
export function Wide(props: { readonly children: ReactNode }) {
  return <Box xcss={SCROLLED}>{props.children}</Box>;
}

/** What a cell shows, not narrower than a couple of words. A function and no component, for DynamicTable's cells. */
export function column(content: ReactNode) {
  return <Box xcss={COLUMN}>{content}</Box>;
}
