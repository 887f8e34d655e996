// The part "Connections" of the settings: where rules may send messages. It must not hold state: state.ts does.

import { Button, Heading, List, ListItem, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { words } from '../wording';
import { TextField } from '../editor/text-field';
import { Buttons } from '../shared/buttons';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { Nothing } from '../shared/nothing';
import { Question } from '../shared/question';
import { ConnectionsTable } from './table';
import type { ConnectionsEvent, ConnectionsState } from './state';

interface Props {
  readonly state: ConnectionsState;
  readonly send: (event: ConnectionsEvent) => void;
}

/** Connections, the form that adds one, and the addresses that may be reached. */
export function ConnectionsView(props: Props) {
  const { state, send } = props;
  const { list } = state;
  return (
    <Stack space="space.300">
      <Stack space="space.150">
        <Heading as="h2" size="medium">
          {words.connections.title}
        </Heading>
        <Text>{words.connections.help}</Text>
        {list.status === 'loading' && <Loading />}
        {list.status === 'failed' && <Failure error={list.error} onRetry={() => send({ type: 'shown' })} />}
        {list.status === 'ready' && list.data.length === 0 && (
          <Nothing title={words.connections.emptyTitle} text={words.connections.empty} />
        )}
        {list.status === 'ready' && list.data.length > 0 && (
          <ConnectionsTable state={state} send={send} connections={list.data} />
        )}
      </Stack>
      <ConnectionForm {...props} />
      <Reach {...props} />
      <ConnectionQuestion {...props} />
    </Stack>
  );
}

function ConnectionForm({ state, send }: Props) {
  const { draft, form, error, busy } = state;
  const problemsOf = (path: string) => (error?.problems ?? []).filter((problem) => problem.path === path);
  const field = (name: 'name' | 'url' | 'secret', label: string, help: string, required: boolean) => (
    <TextField
      key={`${name}-${form}`}
      id={`connection-${name}`}
      label={label}
      help={help}
      required={required}
      value={draft[name]}
      problems={problemsOf(name)}
      path={name}
      onChange={(text) => send({ type: 'typed', patch: { [name]: text } })}
    />
  );
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        {words.connections.addTitle}
      </Heading>
      {field('name', words.connections.name, words.connections.nameHelp, true)}
      {field('url', words.connections.url, words.connections.urlHelp, true)}
      {field('secret', words.connections.secret, words.connections.secretHelp, false)}
      {error !== undefined && <Failure error={error} title={words.connections.saveFailed} />}
      <Buttons>
        <LoadingButton
          isLoading={busy}
          isDisabled={draft.name.trim() === '' || draft.url.trim() === ''}
          onClick={() => send({ type: 'save-asked' })}
        >
          {words.connections.save}
        </LoadingButton>
      </Buttons>
    </Stack>
  );
}

function Reach({ state, send }: Props) {
  const { allowed, address, addressError, form, busy } = state;
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        {words.connections.reachTitle}
      </Heading>
      <Text>{words.connections.reachHelp}</Text>
      {allowed.status === 'failed' && <Failure error={allowed.error} />}
      {allowed.status === 'ready' && allowed.data.length === 0 && (
        <Text>{words.connections.reachNothing}</Text>
      )}
      {allowed.status === 'ready' && allowed.data.length > 0 && (
        <List type="unordered">
          {allowed.data.map((each) => (
            <ListItem key={each}>
              {each}{' '}
              <Button
                spacing="compact"
                onClick={() => send({ type: 'asked', question: { about: 'address', address: each } })}
              >
                {words.connections.forget}
              </Button>
            </ListItem>
          ))}
        </List>
      )}
      <TextField
        key={`address-${form}`}
        id="egress-address"
        label={words.connections.address}
        help={words.connections.addressHelp}
        value={address}
        onChange={(text) => send({ type: 'address-typed', address: text })}
      />
      {addressError !== undefined && (
        <SectionMessage appearance="error" title={words.connections.allowFailed}>
          <Text>{addressError}</Text>
        </SectionMessage>
      )}
      <Buttons>
        <LoadingButton
          isLoading={busy}
          isDisabled={address.trim() === ''}
          onClick={() => send({ type: 'allow-asked', address })}
        >
          {words.connections.allowAddress}
        </LoadingButton>
      </Buttons>
    </Stack>
  );
}

function ConnectionQuestion({ state, send }: Props) {
  const { question, busy } = state;
  if (question === undefined) return null;
  const about = question.about === 'connection';
  return (
    <Question
      title={
        about ? words.connections.deleteTitle(question.name) : words.connections.forgetTitle(question.address)
      }
      confirm={about ? words.connections.deleteConfirm : words.connections.forget}
      tone="danger"
      busy={busy}
      onConfirm={() => send({ type: 'confirmed' })}
      onDismiss={() => send({ type: 'question-closed' })}
    >
      <Text>{about ? words.connections.deleteText : words.connections.forgetText}</Text>
    </Question>
  );
}
