// The form of a rule: about, when, if, then, where, more. Each part gets its problems beside its field.
//
// Inputs of text are uncontrolled (`defaultValue`), because in UI Kit every keystroke travels between two
// windows and a controlled one would lose letters; the key makes them anew when the state brings other values.

import { Box, Button, Heading, Inline, Stack, Text, xcss } from '@forge/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { words } from '../wording';
import type { EventOption } from '../shared/event-options';
import { ActionsFields } from './actions-fields';
import { ConditionField } from './condition-field';
import { DetailsFields } from './details-fields';
import { MoreFields } from './more-fields';
import { NameField } from './name-field';
import { inFormWords } from './problem-words';
import { problemsOf, hasErrors } from './problems';
import { ScopeFields } from './scope-fields';
import { StateField } from './state-field';
import { visibleProblems } from './state';
import { WhenField } from './when-field';
import type { DraftChange, EditorEvent, EditorState } from './state';
import type { Problem } from '../../core/result';

/** Fields with a place in the form for their problems. */
export const FORM_FIELDS: readonly string[] = [
  'name',
  'id',
  'description',
  'state',
  'when',
  'if',
  'then',
  'scope',
  'priority',
  'chain',
  'onlyIfStill',
  'serial',
  'owner',
  'labels',
  'limits',
];

/** Fields that stand under "More". */
const MORE_FIELDS: readonly string[] = [
  'id',
  'description',
  'owner',
  'labels',
  'priority',
  'limits',
  'chain',
  'onlyIfStill',
  'serial',
];

const CARD = xcss({
  padding: 'space.200',
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.medium',
  backgroundColor: 'elevation.surface',
});

/** What each part of the form needs. */
export interface PartProps {
  readonly state: EditorState;
  readonly change: (change: DraftChange) => void;
  /** Problems to show at this field. */
  readonly problems: (field: string) => readonly Problem[];
  readonly invalid: (field: string) => boolean;
}

/** The whole form. */
export function EditorForm(props: {
  readonly state: EditorState;
  readonly send: (event: EditorEvent) => void;
  readonly events: readonly EventOption[];
}) {
  const { state, send, events } = props;
  const visible = inFormWords(visibleProblems(state), state.draft.rule);
  const part: PartProps = {
    state,
    change: (change) => send({ type: 'changed', change }),
    problems: (field) => problemsOf(visible, field),
    invalid: (field) => hasErrors(problemsOf(visible, field)),
  };
  return (
    <Stack space="space.300" key={state.revision}>
      <NameField {...part} />
      <Section title={words.editor.whenTitle} help={words.editor.whenSection}>
        <WhenField {...part} events={events} />
      </Section>
      <Section title={words.editor.ifTitle} help={words.editor.ifSection}>
        <ConditionField {...part} events={events} />
      </Section>
      <Section title={words.editor.thenTitle} help={words.editor.thenSection}>
        <ActionsFields {...part} />
      </Section>
      <Section title={words.editor.scopeTitle} help={words.editor.scopeSection}>
        <ScopeFields {...part} />
      </Section>
      <MoreSection {...part} />
      <StateField {...part} />
    </Stack>
  );
}

/** Opened by hand, or by a problem inside that would otherwise be out of sight. */
function MoreSection(props: PartProps) {
  const [opened, setOpened] = useState(false);
  const hasProblems = MORE_FIELDS.some((field) => props.problems(field).length > 0);
  const open = opened || hasProblems;
  return (
    <Stack space="space.150">
      <Inline>
        <Button
          appearance="subtle"
          iconBefore={open ? 'chevron-up' : 'chevron-down'}
          onClick={() => setOpened(!opened)}
        >
          {words.editor.moreTitle}
        </Button>
      </Inline>
      {open && (
        <Box xcss={CARD}>
          <Stack space="space.200">
            <DetailsFields {...props} />
            <MoreFields {...props} />
          </Stack>
        </Box>
      )}
    </Stack>
  );
}

function Section(props: { readonly title: string; readonly help: string; readonly children: ReactNode }) {
  return (
    <Box xcss={CARD}>
      <Stack space="space.150">
        <Inline space="space.100" alignBlock="baseline" shouldWrap>
          <Heading as="h3" size="small">
            {props.title}
          </Heading>
          <Text size="small" color="color.text.subtle">
            {props.help}
          </Text>
        </Inline>
        {props.children}
      </Stack>
    </Box>
  );
}
