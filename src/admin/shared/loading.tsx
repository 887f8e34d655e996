// What a view shows while it has nothing yet.

import { Inline, Spinner, Text } from '@forge/react';
import { words } from '../wording';

/** A spinner with words. */
export function Loading() {
  return (
    <Inline space="space.100" alignBlock="center">
      <Spinner size="medium" label={words.common.loading} />
      <Text>{words.common.loading}</Text>
    </Inline>
  );
}
