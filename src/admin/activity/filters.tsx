// The filters of the list of runs: rule, content, outcome, event, time, space. It must not hold state.

import { Inline, Label, Select, Stack, Textfield } from '@forge/react';
import { RUN_OUTCOMES } from '../../core/runs/run';
import { textOf, valuesOf } from '../shared/input';
import { words } from '../wording';
import { SINCE_HOURS } from './filter';
import type { ReactNode } from 'react';
import type { Choice } from '../shared/input';
import type { EventOption } from '../shared/event-options';
import type { ActivityEvent, ActivityState } from './state';

interface Props {
  readonly state: ActivityState;
  readonly send: (event: ActivityEvent) => void;
  readonly events: readonly EventOption[];
}

const OUTCOMES = RUN_OUTCOMES.map((value) => ({ label: words.runOutcome[value], value }));
const TIMES = SINCE_HOURS.map((hours) => ({ label: words.activity.since(hours), value: String(hours) }));

/** Menus and a field, as many beside one another as fit. */
export function Filters(props: Props) {
  const { state, send, events } = props;
  const { more } = state;
  const { labels } = words.activity;
  const kinds = events.map(({ id, name }) => ({ label: name, value: id }));
  return (
    <Inline space="space.200" rowSpace="space.100" shouldWrap alignBlock="start">
      <RuleFilter state={state} send={send} />
      <ContentFilter state={state} send={send} />
      <Menu
        id="activity-outcome"
        label={labels.outcome}
        options={OUTCOMES}
        value={more.outcome}
        onPick={(value) => {
          const outcome = RUN_OUTCOMES.find((each) => each === value);
          send({ type: 'narrowed', by: { outcome } });
        }}
      />
      <Menu
        id="activity-event"
        label={labels.event}
        options={kinds}
        value={more.eventType}
        onPick={(eventType) => send({ type: 'narrowed', by: { eventType } })}
      />
      <Menu
        id="activity-since"
        label={labels.since}
        options={TIMES}
        value={more.sinceHours === undefined ? undefined : String(more.sinceHours)}
        onPick={(value) =>
          send({ type: 'narrowed', by: { sinceHours: value === undefined ? undefined : Number(value) } })
        }
      />
      <Stack>
        <Label labelFor="activity-space">{labels.space}</Label>
        <Textfield
          id="activity-space"
          defaultValue={more.space ?? ''}
          onChange={(event) => send({ type: 'space-typed', text: textOf(event) })}
        />
      </Stack>
    </Inline>
  );
}

function RuleFilter({ state, send }: Pick<Props, 'state' | 'send'>) {
  const { filter, choices } = state;
  const known =
    filter === undefined || choices.rules.some(({ id }) => id === filter.id)
      ? choices.rules
      : [filter, ...choices.rules];
  const options = known.map(({ id, name }) => ({ label: name, value: id }));
  return (
    <Stack>
      <Label labelFor="activity-filter">{words.activity.filter}</Label>
      <Select
        inputId="activity-filter"
        isClearable
        placeholder={words.activity.filterPlaceholder}
        options={options}
        value={options.find((option) => option.value === filter?.id) ?? null}
        onInputChange={(text: string) => send({ type: 'choices-searched', text })}
        onChange={(picked: unknown) => {
          const [id] = valuesOf(picked);
          send({ type: 'filtered', rule: known.find((rule) => rule.id === id) });
        }}
      />
    </Stack>
  );
}

function ContentFilter({ state, send }: Pick<Props, 'state' | 'send'>) {
  const {
    more: { content },
    choices: { pages },
  } = state;
  const known =
    content === undefined || pages.some(({ id }) => id === content.id) ? pages : [content, ...pages];
  const options = known.map(({ id, title }) => ({ label: title, value: id }));
  return (
    <Stack>
      <Label labelFor="activity-content">{words.activity.labels.content}</Label>
      <Select
        inputId="activity-content"
        isClearable
        placeholder={words.activity.contentPlaceholder}
        options={options}
        value={options.find(({ value }) => value === content?.id) ?? null}
        onInputChange={(text: string) => send({ type: 'pages-searched', text })}
        onChange={(picked: unknown) => {
          const [id] = valuesOf(picked);
          send({ type: 'narrowed', by: { content: known.find((one) => one.id === id) } });
        }}
      />
    </Stack>
  );
}

function Menu(props: {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Choice[];
  readonly value: string | undefined;
  readonly onPick: (value: string | undefined) => void;
}): ReactNode {
  const { id, label, options, value, onPick } = props;
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <Select
        inputId={id}
        isClearable
        placeholder={words.activity.any}
        options={[...options]}
        value={options.find((option) => option.value === value) ?? null}
        onChange={(picked: unknown) => onPick(valuesOf(picked)[0])}
      />
    </Stack>
  );
}
