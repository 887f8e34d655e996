// What a view shows when the app said no: no permission, or what went wrong and how to try again.

import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import type { AdminError } from '../../core/admin/api/result';
import { words } from '../wording';
import { Nothing } from './nothing';
import { ProblemList } from './problem-list';

/** The app's refusal, with its problems if it named any. */
export function Failure(props: {
  readonly error: AdminError;
  readonly title?: string;
  /** Offers to try again. */
  readonly onRetry?: () => void;
}) {
  const { error, title, onRetry } = props;
  // With a title it is one act that was refused, and what stands around it stays in use.
  if (error.code === 'forbidden' && title === undefined) {
    return <Nothing title={words.common.noPermissionTitle} text={words.common.noPermission} />;
  }
  return (
    <SectionMessage appearance="error" title={title ?? words.common.failedTitle}>
      <Stack space="space.100">
        <Text>{error.message}</Text>
        <ProblemList problems={error.problems ?? []} withPaths />
        {onRetry !== undefined && (
          <Inline>
            <Button onClick={onRetry}>{words.common.tryAgain}</Button>
          </Inline>
        )}
      </Stack>
    </SectionMessage>
  );
}
