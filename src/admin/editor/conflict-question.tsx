// Two admins at one rule: what the other saved meanwhile, how the own version differs from it in words and as JSON, and
// the choice between the two.

import { CodeBlock, Heading, Stack, Text, User } from '@forge/react';
import { diffLines } from '../../core/history/diff-lines';
import { diffRules } from '../../core/rules/diff-rules';
import { parseRule } from '../../core/rules/parse-rule-set';
import type { StoredRule } from '../../core/rules/rule';
import { words } from '../wording';
import { changedLines } from '../history/changed-lines';
import { Differences } from '../shared/differences';
import { Question } from '../shared/question';
import { whenText } from '../shared/when-text';
import { ruleText } from './rule-text';
import type { EditorEvent, EditorState } from './state';

/** The question, with the differences from theirs to one's own. */
export function ConflictQuestion(props: {
  readonly state: EditorState;
  readonly send: (event: EditorEvent) => void;
  readonly theirs: StoredRule;
}) {
  const { state, send, theirs } = props;
  const mine = parseRule(state.draft.rule);
  const differences = mine.ok ? diffRules(theirs.rule, mine.value) : [];
  return (
    <Question
      title={words.editor.conflictTitle}
      confirm={words.editor.keepMine}
      dismiss={words.editor.stay}
      tone="warning"
      alternative={{ label: words.editor.takeTheirs, onChoose: () => send({ type: 'theirs-taken' }) }}
      onConfirm={() => send({ type: 'mine-kept' })}
      onDismiss={() => send({ type: 'question-dismissed' })}
    >
      <Stack space="space.150">
        <Text>{words.editor.conflictText(theirs.version, state.version ?? 0)}</Text>
        <User accountId={theirs.updatedBy} />
        <Text>{words.editor.conflictWhen(whenText(theirs.updatedAt))}</Text>
        {differences.length === 0 ? (
          <Text>{words.editor.conflictSame}</Text>
        ) : (
          <Stack space="space.100">
            <Heading as="h4" size="xsmall">
              {words.editor.conflictDiffers}
            </Heading>
            <Differences differences={differences} />
            <Heading as="h4" size="xsmall">
              {words.editor.conflictJson}
            </Heading>
            <CodeBlock
              language="diff"
              text={changedLines(diffLines(ruleText(theirs.rule), ruleText(state.draft.rule)))}
            />
          </Stack>
        )}
      </Stack>
    </Question>
  );
}
