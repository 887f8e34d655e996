// The form of a rule: about, when, if, then, where, more. Each part gets its problems beside its field.
//
// Inputs of text are uncontrolled (`defaultValue`), because in UI Kit every keystroke travels between two
// windows and a controlled one would lose letters; the key makes them anew when the state brings other values.

import { Heading, Stack } from '@forge/react';
import type { ReactNode } from 'react';
import { words } from '../wording';
import type { EventOption } from '../shared/event-options';
import { AboutFields } from './about-fields';
import { ActionsFields } from './actions-fields';
import { ConditionField } from './condition-field';
import { MoreFields } from './more-fields';
import { inFormWords } from './problem-words';
import { problemsOf, hasErrors } from './problems';
import { ScopeFields } from './scope-fields';
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
];

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
      <AboutFields {...part} />
      <Section title={words.editor.whenTitle}>
        <WhenField {...part} events={events} />
      </Section>
      <Section title={words.editor.ifTitle}>
        <ConditionField {...part} events={events} />
      </Section>
      <Section title={words.editor.thenTitle}>
        <ActionsFields {...part} />
      </Section>
      <Section title={words.editor.scopeTitle}>
        <ScopeFields {...part} />
      </Section>
      <Section title={words.editor.moreTitle}>
        <MoreFields {...part} />
      </Section>
    </Stack>
  );
}

function Section(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {props.title}
      </Heading>
      {props.children}
    </Stack>
  );
}
