// The connections as a table: where each leads, whether it is signed, and whether it may be reached.

import { Button, ButtonGroup, DynamicTable, Inline, Lozenge, Text } from '@forge/react';
import type { ConnectionSummary } from '../../core/outgoing-ports';
import { words } from '../wording';
import { Wide, column } from '../shared/wide';
import { mayReach } from './state';
import type { ConnectionsEvent, ConnectionsState } from './state';

interface Props {
  readonly state: ConnectionsState;
  readonly send: (event: ConnectionsEvent) => void;
  readonly connections: readonly ConnectionSummary[];
}

/** One row for each connection. */
export function ConnectionsTable({ state, send, connections }: Props) {
  return (
    <Wide>
      <DynamicTable
        label={words.connections.title}
        head={HEAD}
        rows={connections.map(({ name, origin, signed }) => ({
          key: name,
          cells: [
            { key: 'name', content: column(<Text>{name}</Text>) },
            { key: 'leads-to', content: column(<Text>{origin}</Text>) },
            {
              key: 'signed',
              content: <Text>{signed ? words.connections.signed : words.connections.unsigned}</Text>,
            },
            { key: 'allowed', content: reachCell(mayReach(state, origin)) },
            { key: 'actions', content: actionsCell({ name, origin, signed }, { state, send }) },
          ],
        }))}
      />
    </Wide>
  );
}

function reachCell(may: boolean | undefined) {
  const text =
    may === undefined
      ? words.connections.unknown
      : may
        ? words.connections.allowed
        : words.connections.notAllowed;
  return (
    <Inline>
      <Lozenge appearance={may === true ? 'success' : may === false ? 'moved' : 'default'}>{text}</Lozenge>
    </Inline>
  );
}

function actionsCell({ name, origin }: ConnectionSummary, { state, send }: Pick<Props, 'state' | 'send'>) {
  return (
    <ButtonGroup>
      {mayReach(state, origin) === false && (
        <Button spacing="compact" onClick={() => send({ type: 'allow-asked', address: origin })}>
          {words.connections.allow}
        </Button>
      )}
      <Button
        spacing="compact"
        onClick={() => send({ type: 'asked', question: { about: 'connection', name } })}
      >
        {words.connections.delete}
      </Button>
    </ButtonGroup>
  );
}

const { columns } = words.connections;
const HEAD = {
  cells: [
    { key: 'name', content: columns.name },
    { key: 'leads-to', content: columns.leadsTo },
    { key: 'signed', content: columns.signed },
    { key: 'allowed', content: columns.allowed },
    { key: 'actions', content: columns.actions },
  ],
};
