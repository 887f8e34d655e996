// The rule editor: its frame of heading, ways to edit, problems and buttons. It must not hold state.

import { Box, Button, Heading, Inline, LoadingButton, SectionMessage, Stack, Text, xcss } from '@forge/react';
import { words } from '../wording';
import { Buttons } from '../shared/buttons';
import { Failure } from '../shared/failure';
import { Loading } from '../shared/loading';
import { ProblemList } from '../shared/problem-list';
import type { EventOption } from '../shared/event-options';
import { EditorForm, FORM_FIELDS } from './form';
import { EditorQuestion } from './editor-question';
import { JsonView } from './json-view';
import { inFormWords, placeInForm } from './problem-words';
import { hasErrors, problemsElsewhere } from './problems';
import { visibleProblems } from './state';
import { TryPanel } from './try/try-panel';
import type { EditorEvent, EditorState } from './state';

/** Two columns where there is room for them; below each other where there is not. */
const MAIN = xcss({ width: '58%', minWidth: '20rem', flexGrow: '3' });
const ASIDE = xcss({ width: '32%', minWidth: '18rem', flexGrow: '1' });

interface Props {
  readonly state: EditorState;
  readonly send: (event: EditorEvent) => void;
  readonly events: readonly EventOption[];
}

/** The rule editor, in the place of the tabs. */
export function EditorView(props: Props) {
  const { state, send } = props;
  return (
    <Stack space="space.200">
      <Inline>
        <Button appearance="subtle" iconBefore="arrow-left" onClick={() => send({ type: 'leave-asked' })}>
          {words.editor.back}
        </Button>
      </Inline>
      {state.status === 'loading' && <Loading />}
      {state.status === 'failed' && state.error !== undefined && (
        <Failure error={state.error} onRetry={() => send({ type: 'reload-asked' })} />
      )}
      {state.status === 'ready' && <Ready {...props} />}
    </Stack>
  );
}

function Ready(props: Props) {
  const { state, send, events } = props;
  const { when } = state.draft.rule;
  return (
    <Stack space="space.300">
      <Inline spread="space-between" alignBlock="center" space="space.200" shouldWrap rowSpace="space.100">
        <Stack>
          <Heading as="h2" size="medium">
            {state.base.name === '' ? words.editor.titleNew : state.base.name}
          </Heading>
          {state.version !== undefined && (
            <Text size="small" color="color.text.subtlest">
              {words.editor.version(state.version)}
            </Text>
          )}
        </Stack>
        <Buttons label={words.editor.viewAs}>
          <Button
            isSelected={state.mode === 'form'}
            onClick={() => send({ type: 'mode-chosen', mode: 'form' })}
          >
            {words.editor.form}
          </Button>
          <Button
            isSelected={state.mode === 'json'}
            onClick={() => send({ type: 'mode-chosen', mode: 'json' })}
          >
            {words.editor.json}
          </Button>
        </Buttons>
      </Inline>
      <Inline space="space.300" rowSpace="space.300" shouldWrap alignBlock="start">
        <Box xcss={MAIN}>
          <Stack space="space.300">
            {state.mode === 'form' ? (
              <EditorForm state={state} send={send} events={events} />
            ) : (
              <JsonView state={state} />
            )}
            <Problems state={state} />
            {state.error !== undefined && <Failure error={state.error} title={words.editor.problemsTitle} />}
            <Buttons>
              <LoadingButton
                appearance="primary"
                isLoading={state.saving !== 'no'}
                onClick={() => send({ type: 'save-asked' })}
              >
                {words.editor.save}
              </LoadingButton>
              <Button appearance="subtle" onClick={() => send({ type: 'leave-asked' })}>
                {words.common.cancel}
              </Button>
            </Buttons>
          </Stack>
        </Box>
        <Box xcss={ASIDE}>
          <TryPanel
            state={state.try}
            when={when}
            events={events}
            send={(event) => send({ type: 'try', event })}
            ready={!hasErrors(state.problems)}
          />
        </Box>
      </Inline>
      <EditorQuestion state={state} send={send} />
    </Stack>
  );
}

/** After an attempt to save: everything that is wrong, in one place above the button. */
function Problems(props: { readonly state: EditorState }) {
  const { state } = props;
  const { rule } = state.draft;
  const inForm = state.mode === 'form';
  const visible = inForm ? inFormWords(visibleProblems(state), rule) : visibleProblems(state);
  const listed = state.attempted || !inForm ? visible : problemsElsewhere(visible, FORM_FIELDS);
  if (listed.length === 0) return null;
  const errors = hasErrors(listed);
  return (
    <SectionMessage
      appearance={errors ? 'error' : 'warning'}
      title={errors ? words.editor.problemsTitle : words.editor.warningsTitle}
    >
      <ProblemList
        problems={listed}
        withPaths
        {...(inForm ? { placeName: (path: string) => placeInForm(path, rule) } : {})}
      />
    </SectionMessage>
  );
}
