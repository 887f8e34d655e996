// One pack opened: its rules in words, what can be adapted, how its tests went, and the way to add it.

import {
  Button,
  CodeBlock,
  Heading,
  Inline,
  LoadingButton,
  Lozenge,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import { actionForm } from '../../core/actions/forms';
import type { PackDetails, PackRule } from '../../core/admin/api/packs-api';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { ANY_EVENT, eventName } from '../shared/event-options';
import { Fact } from '../shared/fact';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { TestResults } from '../shared/test-results';
import type { EventOption } from '../shared/event-options';
import { AdaptFields } from './adapt-fields';
import type { OpenPack, PacksEvent } from './state';

interface Props {
  readonly open: OpenPack;
  readonly send: (event: PacksEvent) => void;
  readonly events: readonly EventOption[];
}

/** A pack, in the place of the list. */
export function PackView(props: Props) {
  const { open, send } = props;
  const { details } = open;
  return (
    <Stack space="space.200">
      <Inline>
        <Button iconBefore="arrow-left" appearance="subtle" onClick={() => send({ type: 'closed' })}>
          {words.packs.back}
        </Button>
      </Inline>
      {details.status === 'loading' && <Loading />}
      {details.status === 'failed' && (
        <Failure error={details.error} onRetry={() => send({ type: 'opened', id: open.id })} />
      )}
      {details.status === 'ready' && <Pack {...props} pack={details.data} />}
    </Stack>
  );
}

function Pack({ open, send, events, pack }: Props & { readonly pack: PackDetails }) {
  const missing = pack.rules.filter(({ present }) => !present);
  return (
    <Stack space="space.300">
      <Stack space="space.100">
        <Heading as="h2" size="medium">
          {pack.name}
        </Heading>
        <Text>{pack.description}</Text>
      </Stack>
      {pack.rules.map((rule) => (
        <RuleInWords key={rule.id} rule={rule} events={events} />
      ))}
      <TestResults tests={pack.tests} />
      {missing.length === 0 ? (
        <SectionMessage appearance="information">
          <Text>{words.packs.nothingToAdd}</Text>
        </SectionMessage>
      ) : (
        <Stack space="space.200">
          <AdaptFields
            adjustables={pack.adjustables.filter(({ rule }) => missing.some(({ id }) => id === rule))}
            rules={pack.rules}
            send={send}
          />
          {open.error !== undefined && <Failure error={open.error} title={words.packs.addFailed} />}
          <Buttons>
            <LoadingButton
              appearance="primary"
              isLoading={open.adding}
              onClick={() => send({ type: 'add-asked' })}
            >
              {words.packs.add(missing.length)}
            </LoadingButton>
          </Buttons>
        </Stack>
      )}
      <Stack space="space.100">
        <Buttons>
          <Button appearance="subtle" onClick={() => send({ type: 'json-shown', on: !open.asJson })}>
            {open.asJson ? words.packs.hideJson : words.packs.showJson}
          </Button>
        </Buttons>
        {open.asJson && <CodeBlock language="json" text={pack.text} />}
      </Stack>
    </Stack>
  );
}

function RuleInWords(props: { readonly rule: PackRule; readonly events: readonly EventOption[] }) {
  const { rule, events } = props;
  const names = rule.when.map((id) => (id === ANY_EVENT ? words.common.anyEvent : eventName(id, events)));
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Heading as="h3" size="small">
          {rule.name}
        </Heading>
        {rule.present && <Lozenge appearance="success">{words.packs.present}</Lozenge>}
      </Inline>
      <Text>{rule.description}</Text>
      <Fact label={words.packs.when}>{words.common.list(names)}</Fact>
      {rule.condition !== undefined && <Fact label={words.packs.if}>{rule.condition}</Fact>}
      <Fact label={words.packs.then}>
        {words.common.list(rule.actions.map((kind) => actionForm(kind)?.label ?? kind))}
      </Fact>
    </Stack>
  );
}
