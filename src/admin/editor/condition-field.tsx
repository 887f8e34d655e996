// The condition: built of fields, or written as JSON, read in plain language, with an example that fits the events.

import { Box, Button, Code, Stack, Text, xcss } from '@forge/react';
import { readInWords } from '../../core/conditions/read-in-words';
import { fieldNames } from '../../core/events/field-names';
import { writeCondition } from '../../core/conditions/builder/write-condition';
import { fieldsOfEvents } from '../../core/events/event-fields';
import type { JsonValue } from '../../core/json';
import type { Problem } from '../../core/result';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { Line } from '../shared/line';
import { clauseProblems } from './condition/clause-problems';
import { fieldChoices } from './condition/field-choices';
import { GroupView } from './condition/group-view';
import { TextField } from './text-field';
import type { EventOption } from '../shared/event-options';
import type { PartProps } from './form';

const READING = xcss({
  padding: 'space.150',
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.small',
});

type Props = PartProps & { readonly events: readonly EventOption[] };

/** The part "If" of the form. */
export function ConditionField(props: Props) {
  const { state, change } = props;
  const { condition, rule } = state.draft;
  return (
    <Stack space="space.150">
      <Buttons label={words.condition.viewAs}>
        {(['builder', 'json'] as const).map((view) => (
          <Button
            key={view}
            spacing="compact"
            isSelected={condition.view === view}
            onClick={() => change({ type: 'condition-viewed', view })}
          >
            {words.condition[view]}
          </Button>
        ))}
      </Buttons>
      {condition.view === 'builder' ? <Builder {...props} /> : <ConditionText {...props} />}
      {rule.if !== undefined && condition.problem === undefined && (
        <Box xcss={READING}>
          <Text>
            {`${words.condition.readsAs} `}
            <Text as="strong">{readInWords(rule.if, fieldNames(rule.when))}</Text>
          </Text>
        </Box>
      )}
      {rule.if === undefined && <Example {...props} />}
    </Stack>
  );
}

function Builder(props: Props) {
  const { state, change, problems } = props;
  const { condition, rule } = state.draft;
  const { paths } = writeCondition(condition.model);
  const found = problems('if');
  return (
    <GroupView
      outermost
      group={condition.model.root}
      edit={(edit) => change({ type: 'condition-built', edit })}
      when={rule.when}
      fields={fieldsOfEvents(rule.when)}
      choices={fieldChoices(rule.when)}
      version={condition.version}
      problemsAt={clauseProblems(condition, paths, found, state.attempted)}
    />
  );
}

function ConditionText(props: Props) {
  const { state, change, problems } = props;
  const { condition, rule } = state.draft;
  return (
    <Stack space="space.100">
      <TextField
        // Made anew when the text comes from elsewhere than this field.
        key={condition.version}
        id="if"
        label={words.editor.condition}
        help={words.editor.conditionHelp}
        rows={5}
        monospaced
        value={condition.text}
        problems={[...syntaxProblem(condition.problem), ...problems('if')]}
        path="if"
        onChange={(text) => change({ type: 'condition-typed', text })}
      />
      {condition.text.trim() !== '' && condition.problem === undefined && (
        <Buttons>
          <Button spacing="compact" onClick={() => change({ type: 'condition-put', logic: rule.if })}>
            {words.editor.formatCondition}
          </Button>
        </Buttons>
      )}
    </Stack>
  );
}

function Example({ state, change, events }: Props) {
  const { condition, rule } = state.draft;
  const example = events.find((event) => rule.when.includes(event.id))?.example;
  const isStarted = condition.model.root.members.length > 0 && condition.view === 'builder';
  if (example === undefined || isStarted || condition.text.trim() !== '') return null;
  const logic = JSON.parse(example.condition) as JsonValue;
  return (
    <Line>
      <Text size="small">{words.editor.conditionExample(example.meaning)}</Text>
      {condition.view === 'json' && <Code>{example.condition}</Code>}
      <Button spacing="compact" appearance="subtle" onClick={() => change({ type: 'condition-put', logic })}>
        {words.editor.useExample}
      </Button>
    </Line>
  );
}

function syntaxProblem(cause: string | undefined): readonly Problem[] {
  return cause === undefined
    ? []
    : [{ path: 'if', level: 'error', message: words.editor.conditionNotJson(cause) }];
}
