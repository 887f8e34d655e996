// The view "Import and export". It must not hold state: transfer/state.ts does.

import { Frame, Heading, Stack, Text } from '@forge/react';
import { words } from '../wording';
import { FRAME_RESOURCE } from '../../core/admin/frame-protocol';
import { ExportPart } from './export-part';
import { ImportPart } from './import-part';
import { incoming, outgoing } from './state';
import type { TransferEvent, TransferState } from './state';

/** Import above, the box for files between, export below: one Frame serves both, for Forge allows only one. */
export function TransferView(props: {
  readonly state: TransferState;
  readonly send: (event: TransferEvent) => void;
  readonly onSeeRules: () => void;
}) {
  const { state, send, onSeeRules } = props;
  return (
    <Stack space="space.400">
      <Stack space="space.150">
        <Heading as="h2" size="medium">
          {words.transfer.importTitle}
        </Heading>
        <Text>{words.transfer.importHelp}</Text>
        <Frame resource={FRAME_RESOURCE} />
        <ImportPart state={state.incoming} send={(event) => send(incoming(event))} onSeeRules={onSeeRules} />
      </Stack>
      <Stack space="space.150">
        <Heading as="h2" size="medium">
          {words.transfer.exportTitle}
        </Heading>
        <Text>{words.transfer.exportHelp}</Text>
        <ExportPart state={state.outgoing} send={(event) => send(outgoing(event))} />
      </Stack>
    </Stack>
  );
}
