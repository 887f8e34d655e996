// The condition as JSON, checked as one types, with an example that fits the chosen event.

import { Button, Code, Inline, Stack, Text } from '@forge/react';
import type { Problem } from '../../core/result';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import type { EventOption } from '../shared/event-options';
import { TextField } from './text-field';
import type { PartProps } from './form';

/** The text area of the condition. */
export function ConditionField(props: PartProps & { readonly events: readonly EventOption[] }) {
  const { state, change, problems, events } = props;
  const { draft } = state;
  const example = events.find((event) => draft.rule.when.includes(event.id))?.example;
  return (
    <Stack space="space.100">
      <TextField
        // Made anew when the text comes from elsewhere than this field.
        key={draft.conditionVersion}
        id="if"
        label={words.editor.condition}
        help={words.editor.conditionHelp}
        rows={5}
        monospaced
        value={draft.condition}
        problems={[...syntaxProblem(draft.conditionProblem), ...problems('if')]}
        path="if"
        onChange={(text) => change({ type: 'condition-typed', text })}
      />
      {draft.condition.trim() !== '' && draft.conditionProblem === undefined && (
        <Buttons>
          <Button spacing="compact" onClick={() => change({ type: 'condition-put', text: draft.condition })}>
            {words.editor.formatCondition}
          </Button>
        </Buttons>
      )}
      {draft.condition.trim() === '' && example !== undefined && (
        <Inline space="space.100" alignBlock="center" shouldWrap rowSpace="space.050">
          <Text size="small">{words.editor.conditionExample(example.meaning)}</Text>
          <Code>{example.condition}</Code>
          <Button
            spacing="compact"
            onClick={() => change({ type: 'condition-put', text: example.condition })}
          >
            {words.editor.useExample}
          </Button>
        </Inline>
      )}
    </Stack>
  );
}

function syntaxProblem(cause: string | undefined): readonly Problem[] {
  return cause === undefined
    ? []
    : [{ path: 'if', level: 'error', message: words.editor.conditionNotJson(cause) }];
}
