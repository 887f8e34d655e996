// The tab "Packs": rule sets that ship with the app. It must not hold state: state.ts does.

import { Box, Button, Heading, Inline, Lozenge, SectionMessage, Stack, Text, xcss } from '@forge/react';
import type { PackSummary } from '../../core/admin/api/packs-api';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import type { EventOption } from '../shared/event-options';
import { PackView } from './pack-view';
import type { PacksEvent, PacksState } from './state';

const CARD = xcss({
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.medium',
  padding: 'space.200',
  width: '20rem',
  maxWidth: '100%',
});

interface Props {
  readonly state: PacksState;
  readonly send: (event: PacksEvent) => void;
  readonly events: readonly EventOption[];
  readonly onSeeRules: () => void;
}

/** Every pack as a card, or one of them opened. */
export function PacksView(props: Props) {
  const { state, send, events, onSeeRules } = props;
  const { list, open, added } = state;
  if (open !== undefined) return <PackView open={open} send={send} events={events} />;
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {words.packs.title}
      </Heading>
      <Text>{words.packs.help}</Text>
      {added !== undefined && (
        <SectionMessage appearance="success" title={words.packs.added(added.name, added.count)}>
          <Stack space="space.100">
            <Text>{words.packs.arrivedOff}</Text>
            <Buttons>
              <Button onClick={onSeeRules}>{words.packs.seeRules}</Button>
            </Buttons>
          </Stack>
        </SectionMessage>
      )}
      {list.status === 'loading' && <Loading />}
      {list.status === 'failed' && <Failure error={list.error} onRetry={() => send({ type: 'shown' })} />}
      {list.status === 'ready' && (
        <Inline space="space.200" rowSpace="space.200" shouldWrap>
          {list.data.map((pack) => (
            <PackCard key={pack.id} pack={pack} send={send} />
          ))}
        </Inline>
      )}
    </Stack>
  );
}

function PackCard(props: { readonly pack: PackSummary; readonly send: (event: PacksEvent) => void }) {
  const { pack, send } = props;
  const { id, name, description, rules, present } = pack;
  return (
    <Box xcss={CARD}>
      <Stack space="space.100">
        <Heading as="h3" size="small">
          {name}
        </Heading>
        <Text>{description}</Text>
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Lozenge>{words.packs.rules(rules)}</Lozenge>
          {present > 0 && (
            <Lozenge appearance="success">
              {present === rules ? words.packs.allPresent : words.packs.somePresent(present)}
            </Lozenge>
          )}
        </Inline>
        <Buttons>
          <Button onClick={() => send({ type: 'opened', id })}>{words.packs.open(name)}</Button>
        </Buttons>
      </Stack>
    </Box>
  );
}
