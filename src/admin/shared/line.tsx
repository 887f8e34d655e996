// A line of facts that belong together; it goes on below where the window is narrow.

import { Inline } from '@forge/react';
import type { ReactNode } from 'react';

/** Facts beside one another. */
export function Line(props: { readonly children: ReactNode }) {
  return (
    <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
      {props.children}
    </Inline>
  );
}
