// A group of clauses: how its members decide, the members, and what can be added.

import { Box, Button, Inline, Label, Select, Stack, Text, xcss } from '@forge/react';
import { GROUP_MODES } from '../../../core/conditions/builder/model';
import type { BuilderNode, GroupNode } from '../../../core/conditions/builder/model';
import { words } from '../../wording';
import { valuesOf } from '../../shared/input';
import { FieldProblems } from '../../shared/problem-list';
import { JsonClause } from './json-clause';
import { TestRow } from './test-row';
import type { ClauseProps } from './condition-props';

const MODE = xcss({ minWidth: '16rem', maxWidth: '24rem' });

const NESTED = xcss({
  padding: 'space.150',
  backgroundColor: 'elevation.surface.sunken',
  borderRadius: 'radius.small',
});

const MODE_CHOICES = GROUP_MODES.map((mode) => ({ label: words.condition.mode[mode], value: mode }));

/** A group; the outermost one has no frame and cannot be removed. */
export function GroupView(props: ClauseProps & { readonly group: GroupNode; readonly outermost?: boolean }) {
  const { group, edit, outermost = false, problemsAt } = props;
  const { key, mode, members } = group;
  const id = `group-${key}`;
  const own = problemsAt(key);
  return (
    <Stack space="space.150">
      {(!outermost || members.length > 1 || mode === 'none') && (
        <Box xcss={MODE}>
          <Label labelFor={id}>{outermost ? words.condition.modeLabel : words.condition.groupLabel}</Label>
          <Select
            inputId={id}
            options={MODE_CHOICES}
            isSearchable={false}
            value={MODE_CHOICES.find((choice) => choice.value === mode) ?? null}
            onChange={(picked: unknown) => {
              const chosen = GROUP_MODES.find((known) => known === valuesOf(picked)[0]);
              if (chosen !== undefined) edit({ do: 'set-mode', key, mode: chosen });
            }}
          />
        </Box>
      )}
      {members.length === 0 && (
        <Text size="small" color="color.text.subtle">
          {words.condition.always}
        </Text>
      )}
      {members.map((member) => (
        <Member key={member.key} {...props} member={member} />
      ))}
      <FieldProblems problems={own.problems} path={own.path} />
      <Inline space="space.050" shouldWrap rowSpace="space.050">
        <Button spacing="compact" iconBefore="add" onClick={() => edit({ do: 'add-test', group: key })}>
          {words.condition.addTest}
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={() => edit({ do: 'add-group', group: key })}>
          {words.condition.addGroup}
        </Button>
        {outermost ? null : (
          <Button spacing="compact" appearance="subtle" onClick={() => edit({ do: 'remove', key })}>
            {words.condition.removeGroup}
          </Button>
        )}
      </Inline>
    </Stack>
  );
}

function Member(props: ClauseProps & { readonly member: BuilderNode }) {
  const { member } = props;
  switch (member.kind) {
    case 'group':
      return (
        <Box xcss={NESTED}>
          <GroupView {...props} group={member} outermost={false} />
        </Box>
      );
    case 'test':
      return <TestRow {...props} test={member} />;
    case 'json':
      return <JsonClause {...props} clause={member} />;
  }
}
