// One thing of a list whose things are sentences rather than columns: as wide as the page, narrow ones too.

import { Box, Stack, xcss } from '@forge/react';
import type { ReactNode } from 'react';

const CARD = xcss({
  padding: 'space.150',
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.medium',
});

/** What belongs to one thing, below one another. */
export function Card(props: { readonly children: ReactNode }) {
  return (
    <Box xcss={CARD}>
      <Stack space="space.100">{props.children}</Stack>
    </Box>
  );
}
