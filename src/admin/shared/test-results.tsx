// How the tests inside a rule set went: one line when all is well, else those that failed, with what differs.

import { List, ListItem, SectionMessage, Stack, Text } from '@forge/react';
import type { RuleTestResult } from '../../core/rules/run-rule-tests';
import { words } from '../wording';

/** More failures than this tell nothing new. */
const SHOWN_FAILURES = 10;

/** Nothing when the set has no tests. */
export function TestResults(props: { readonly tests: readonly RuleTestResult[] }) {
  const { tests } = props;
  const failed = tests.filter(({ ok }) => !ok);
  if (tests.length === 0) return null;
  if (failed.length === 0) {
    return (
      <SectionMessage appearance="success">
        <Text>{words.transfer.testsPassed(tests.length)}</Text>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="warning" title={words.transfer.testsFailed(failed.length, tests.length)}>
      <Stack>
        <List type="unordered">
          {failed.slice(0, SHOWN_FAILURES).map(({ name, problem = '' }) => (
            <ListItem key={name}>
              <Text>{words.common.labelled(name, problem)}</Text>
            </ListItem>
          ))}
        </List>
      </Stack>
    </SectionMessage>
  );
}
