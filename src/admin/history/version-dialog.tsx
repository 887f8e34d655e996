// An earlier version beside the rule as it is: what restoring it would change, in words and as lines of JSON.

import {
  Button,
  CodeBlock,
  Heading,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Stack,
  Text,
} from '@forge/react';
import type { VersionComparison } from '../../core/admin/api/history-api';
import { words } from '../wording';
import { Differences } from '../shared/differences';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { changedLines } from './changed-lines';
import type { HistoryEvent, HistoryState } from './state';

/** The dialog, with the way to restore. */
export function VersionDialog(props: {
  readonly comparing: NonNullable<HistoryState['comparing']>;
  readonly send: (event: HistoryEvent) => void;
}) {
  const { comparing, send } = props;
  const { version, comparison, restoring, error } = comparing;
  return (
    <ModalTransition>
      <Modal width="large" onClose={() => send({ type: 'compare-closed' })}>
        <ModalHeader>
          <ModalTitle>{words.history.version(version)}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.200">
            {comparison.status === 'loading' && <Loading />}
            {comparison.status === 'failed' && (
              <Failure error={comparison.error} onRetry={() => send({ type: 'compare-asked', version })} />
            )}
            {comparison.status === 'ready' && <Comparison comparison={comparison.data} />}
            {error !== undefined && <Failure error={error} title={words.history.restoreFailed} />}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={() => send({ type: 'compare-closed' })}>
            {words.common.cancel}
          </Button>
          <LoadingButton
            appearance="primary"
            isLoading={restoring}
            isDisabled={comparison.status !== 'ready'}
            onClick={() => send({ type: 'restore-asked' })}
          >
            {words.history.restore(version)}
          </LoadingButton>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

function Comparison({ comparison }: { readonly comparison: VersionComparison }) {
  const { present, differences, lines } = comparison;
  return (
    <Stack space="space.200">
      <Stack space="space.100">
        <Heading as="h3" size="small">
          {words.history.wouldChange}
        </Heading>
        {present === undefined && <Text>{words.history.wouldReturn}</Text>}
        {present !== undefined && differences.length === 0 && <Text>{words.history.noDifference}</Text>}
        {differences.length > 0 && <Differences differences={differences} />}
        <Text>{words.history.stateStays}</Text>
      </Stack>
      <Stack space="space.100">
        <Heading as="h3" size="small">
          {words.history.asJson}
        </Heading>
        <CodeBlock language="diff" text={changedLines(lines)} />
      </Stack>
    </Stack>
  );
}
