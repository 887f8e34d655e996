// One action: its kind, who it acts as, its parameters, and more under a button.

import { Box, Button, ButtonGroup, Heading, Inline, Label, Select, Stack, Text, xcss } from '@forge/react';
import { useState } from 'react';
import { actionForm } from '../../core/actions/forms';
import type { Problem } from '../../core/result';
import { words } from '../wording';
import { valuesOf } from '../shared/input';
import { FieldProblems } from '../shared/problem-list';
import { ActionMore } from './action-more';
import { ActionPreview } from './action-preview';
import { IdentityField } from './identity-field';
import { KIND_CHOICES } from './kind-choices';
import { ParameterField } from './parameter-field';
import { problemsElsewhere } from './problems';
import type { ActionField } from '../../core/actions/forms';
import type { EditableAction } from './draft';
import type { PartProps } from './form';

const CARD = xcss({
  padding: 'space.200',
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.medium',
});

/** Parameters of a kind without a form: all of them as one JSON value. */
const ALL_PARAMETERS: ActionField = {
  name: '',
  label: words.editor.parameters,
  help: words.editor.parametersHelp,
  input: { type: 'json' },
};

/** What the parts of one action's card need. */
export interface ActionProps extends PartProps {
  readonly action: EditableAction;
  /** The card's identity while actions move. */
  readonly actionKey: number;
  readonly index: number;
}

/** The card of one action. */
export function ActionCard(props: ActionProps) {
  const { state, change, problems, action, actionKey: key, index } = props;
  const [open, setOpen] = useState(false);
  const form = actionForm(action.action);
  const label = form?.label ?? words.editor.unknownAction(action.action);
  const path = `then[${index}]`;
  const fields = form?.fields ?? [ALL_PARAMETERS];
  return (
    <Box xcss={CARD}>
      <Stack space="space.150">
        <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap rowSpace="space.100">
          <Heading as="h4" size="xsmall">
            {words.editor.actionNumber(index + 1, label)}
          </Heading>
          <ButtonGroup label={label}>
            <Button
              spacing="compact"
              isDisabled={index === 0}
              onClick={() => change({ type: 'action-moved', key, by: -1 })}
            >
              {words.editor.up}
            </Button>
            <Button
              spacing="compact"
              isDisabled={index === state.draft.rule.then.length - 1}
              onClick={() => change({ type: 'action-moved', key, by: 1 })}
            >
              {words.editor.down}
            </Button>
            <Button spacing="compact" onClick={() => change({ type: 'action-removed', key })}>
              {words.editor.remove}
            </Button>
          </ButtonGroup>
        </Inline>
        {form !== undefined && <Text>{form.summary}</Text>}
        <Stack>
          <Label labelFor={`kind-${key}`}>{words.editor.action}</Label>
          <Select
            inputId={`kind-${key}`}
            options={KIND_CHOICES}
            value={{ label, value: action.action }}
            onChange={(picked: unknown) => {
              const [kind] = valuesOf(picked);
              if (kind !== undefined) change({ type: 'action-kind', key, kind });
            }}
          />
          <FieldProblems problems={problems(`${path}.action`)} path={`${path}.action`} />
        </Stack>
        {fields.map((field) => (
          <ParameterField key={`${action.action}.${field.name}`} {...props} field={field} />
        ))}
        <IdentityField {...props} />
        <ActionPreview trial={state.try.trial} id={action.id} />
        <FieldProblems problems={problemsWithoutField(props, fields)} path={path} />
        <Inline>
          <Button appearance="subtle" spacing="compact" onClick={() => setOpen(!open)}>
            {open ? words.editor.less : words.editor.more}
          </Button>
        </Inline>
        {open && <ActionMore {...props} />}
      </Stack>
    </Box>
  );
}

/** Problems of the action that stand at none of the fields that are always on its card. */
function problemsWithoutField(props: ActionProps, fields: readonly ActionField[]): readonly Problem[] {
  const path = `then[${props.index}]`;
  const shown = fields.map((field) => (field.name === '' ? `${path}.with` : `${path}.with.${field.name}`));
  return problemsElsewhere(props.problems(path), [`${path}.action`, `${path}.as`, ...shown]);
}
