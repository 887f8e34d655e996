// Whether the app can act as each of the people in the list.

import { Inline, Lozenge, Stack, Text, User } from '@forge/react';
import type { PersonCheck } from '../../core/admin/api/settings-api';
import { words } from '../wording';

/** One line for each person. */
export function PeopleChecks(props: { readonly people: readonly PersonCheck[] }) {
  return (
    <Stack space="space.100">
      {props.people.map(({ accountId, problem }) => (
        <Stack key={accountId} space="space.025">
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <User accountId={accountId} />
            <Lozenge appearance={problem === undefined ? 'success' : 'removed'}>
              {problem === undefined ? words.settings.canAct : words.settings.cannotAct}
            </Lozenge>
          </Inline>
          {problem !== undefined && <Text size="small">{problem}</Text>}
        </Stack>
      ))}
    </Stack>
  );
}
