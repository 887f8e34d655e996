// What can be done to the ticked rules, all at once.

import { Button, Inline, Text } from '@forge/react';
import type { RuleSummary } from '../../core/admin/api/rules-api';
import { words } from '../wording';
import type { RulesEvent } from './state';
import type { RulesLinks } from './view';

/** The bar; it is there while rules are being ticked. */
export function BulkBar(props: {
  readonly rules: readonly RuleSummary[];
  readonly selected: readonly string[];
  readonly send: (event: RulesEvent) => void;
  readonly links: RulesLinks;
}) {
  const { selected, send, links } = props;
  const rules = props.rules.filter(({ id }) => selected.includes(id)).map(({ id, name }) => ({ id, name }));
  const set = (state: 'live' | 'shadow') =>
    send({ type: 'change-asked', ids: selected, change: { type: 'state', state } });
  const ask = (kind: 'off' | 'owner' | 'delete') => send({ type: 'dialog-opened', kind, rules });
  const isDisabled = selected.length === 0;
  const everyone = props.rules.map(({ id }) => id);
  return (
    <Inline space="space.100" rowSpace="space.100" alignBlock="center" shouldWrap>
      <Text weight="medium">{words.rules.chosen(selected.length)}</Text>
      <Button spacing="compact" onClick={() => send({ type: 'ticked', ids: everyone, on: true })}>
        {words.rules.tickAll}
      </Button>
      <Button spacing="compact" onClick={() => send({ type: 'ticked', ids: everyone, on: false })}>
        {words.rules.tickNone}
      </Button>
      <Button spacing="compact" isDisabled={isDisabled} onClick={() => set('live')}>
        {words.rules.turnOn}
      </Button>
      <Button spacing="compact" isDisabled={isDisabled} onClick={() => set('shadow')}>
        {words.rules.toShadow}
      </Button>
      <Button spacing="compact" isDisabled={isDisabled} onClick={() => ask('off')}>
        {words.rules.turnOff}
      </Button>
      <Button spacing="compact" isDisabled={isDisabled} onClick={() => ask('owner')}>
        {words.rules.setOwner}
      </Button>
      <Button spacing="compact" isDisabled={isDisabled} onClick={() => links.onExport(rules)}>
        {words.rules.export}
      </Button>
      <Button spacing="compact" appearance="danger" isDisabled={isDisabled} onClick={() => ask('delete')}>
        {words.rules.delete}
      </Button>
      <Button spacing="compact" appearance="subtle" onClick={() => send({ type: 'choosing-set', on: false })}>
        {words.rules.stopChoosing}
      </Button>
    </Inline>
  );
}
