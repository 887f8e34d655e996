// Everything about one rule, and everything that can be done to it from the list.

import {
  Button,
  Inline,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Stack,
  Text,
} from '@forge/react';
import type { RuleSummary } from '../../core/admin/api/rules-api';
import { words } from '../wording';
import { StateLozenge } from '../shared/outcome-lozenge';
import { dayText, whenText } from '../shared/when-text';
import { Who } from '../shared/who';
import { daysChart } from './days-chart';
import type { RulesEvent, RulesState } from './state';
import type { RulesLinks } from './view';

interface Props {
  readonly rule: RuleSummary;
  readonly state: RulesState;
  readonly send: (event: RulesEvent) => void;
  readonly links: RulesLinks;
}

/** The dialog of one rule. */
export function MoreDialog(props: Props) {
  const { rule, send } = props;
  const close = () => send({ type: 'dialog-closed' });
  return (
    <ModalTransition>
      <Modal width="medium" onClose={close}>
        <ModalHeader>
          <ModalTitle>{rule.name}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.200">
            <Facts {...props} />
            <Deeds {...props} />
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={close}>
            {words.rules.close}
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

function Facts({ rule, state }: Props) {
  const { description, offReason, offUntil, owner, priority, labels, updatedAt, updatedBy } = rule;
  const known = state.statistics[rule.id];
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center">
        <StateLozenge state={rule.state} />
        {offUntil !== undefined && <Text>{words.rules.until(dayText(offUntil))}</Text>}
      </Inline>
      {offReason !== undefined && <Text>{offReason}</Text>}
      {description !== undefined && <Text>{description}</Text>}
      {known !== undefined && daysChart(known)}
      <Text>{words.common.labelled(words.rules.priority, priority)}</Text>
      {labels.length > 0 && (
        <Text>{words.common.labelled(words.rules.labels, words.common.list(labels))}</Text>
      )}
      {owner !== undefined && (
        <Inline space="space.100" alignBlock="center">
          <Text weight="bold">{words.common.lead(words.rules.owner)}</Text>
          <Who id={owner} />
        </Inline>
      )}
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Text weight="bold">{words.common.lead(words.rules.lastChanged)}</Text>
        <Text>{whenText(updatedAt)}</Text>
        <Who id={updatedBy} />
      </Inline>
    </Stack>
  );
}

function Deeds({ rule, send, links }: Props) {
  const { id, name, state, owner, priority } = rule;
  const rules = [{ id, name }];
  /** What opens another view closes this one first. */
  const leave = (then: () => void) => () => {
    send({ type: 'dialog-closed' });
    then();
  };
  const set = (to: 'live' | 'shadow') =>
    send({ type: 'change-asked', ids: [id], change: { type: 'state', state: to } });
  return (
    <Inline space="space.100" rowSpace="space.100" shouldWrap>
      <Button appearance="primary" onClick={leave(() => links.onEdit(id))}>
        {words.rules.edit}
      </Button>
      <Button onClick={leave(() => links.onRuns({ id, name }))}>{words.rules.runs}</Button>
      <Button onClick={leave(() => links.onHistory(id))}>{words.rules.history}</Button>
      {state !== 'live' && <Button onClick={() => set('live')}>{words.rules.turnOn}</Button>}
      {state !== 'shadow' && <Button onClick={() => set('shadow')}>{words.rules.toShadow}</Button>}
      <Button onClick={() => send({ type: 'dialog-opened', kind: 'off', rules })}>
        {words.rules.turnOff}
      </Button>
      <Button onClick={() => send({ type: 'move-asked', id, direction: 'earlier' })}>
        {words.rules.earlier}
      </Button>
      <Button onClick={() => send({ type: 'move-asked', id, direction: 'later' })}>
        {words.rules.later}
      </Button>
      <Button
        onClick={() => {
          send({ type: 'dialog-opened', kind: 'priority', rules, fields: { priority: String(priority) } });
        }}
      >
        {words.rules.setPriority}
      </Button>
      <Button
        onClick={() => {
          const fields = owner === undefined ? {} : { owner };
          send({ type: 'dialog-opened', kind: 'owner', rules, fields });
        }}
      >
        {words.rules.setOwner}
      </Button>
      <Button onClick={() => send({ type: 'duplicate-asked', id })}>{words.rules.duplicate}</Button>
      <Button onClick={leave(() => links.onExport(rules))}>{words.rules.export}</Button>
      <Button appearance="danger" onClick={() => send({ type: 'dialog-opened', kind: 'delete', rules })}>
        {words.rules.delete}
      </Button>
    </Inline>
  );
}
