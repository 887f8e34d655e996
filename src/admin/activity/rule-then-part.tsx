// The rule of a run in the version that ran: its condition in words, and all of it as JSON.

import { CodeBlock, Heading, Stack, Text } from '@forge/react';
import type { OpenedRun } from '../../core/admin/activity/open-run';
import { Fact } from '../shared/fact';
import { words } from '../wording';

/** The rule as it was; says so when that version is no longer kept. */
export function RuleThenPart(props: { readonly opened: OpenedRun }) {
  const { ruleThen, run } = props.opened;
  const { activity } = words;
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {activity.ruleThen}
      </Heading>
      {ruleThen === undefined ? (
        <Text color="color.text.subtle">{activity.ruleThenGone(run.ruleVersion)}</Text>
      ) : (
        <Stack space="space.100">
          <Text color="color.text.subtle">
            {ruleThen.isCurrent
              ? activity.ruleUnchanged(ruleThen.version)
              : activity.ruleChanged(ruleThen.version)}
          </Text>
          <Fact label={activity.condition}>{ruleThen.condition}</Fact>
          <CodeBlock text={inLines(ruleThen.json)} language="json" />
        </Stack>
      )}
    </Stack>
  );
}

/** The same JSON over several lines, its members in the same order. */
function inLines(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
