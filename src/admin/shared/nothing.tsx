// A view without content: why, and what to do next.
//
// The buttons stand below the EmptyState and not in its props: elements in props are not reconciled, and handlers
// inside them have no ids that the product could call.

import { ButtonGroup, EmptyState, Stack } from '@forge/react';
import type { ReactNode } from 'react';

/** An empty state, with buttons as children. */
export function Nothing(props: {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  const { title, text, children } = props;
  return (
    <Stack space="space.200" alignInline="center">
      <EmptyState header={title} headingLevel={3} {...(text === undefined ? {} : { description: text })} />
      {children !== undefined && <ButtonGroup>{children}</ButtonGroup>}
    </Stack>
  );
}
