// Differences between two versions of a rule as a list of clauses.

import { List, ListItem, Text } from '@forge/react';

/** One item for each difference. */
export function Differences(props: { readonly differences: readonly string[] }) {
  return (
    <List type="unordered">
      {props.differences.map((difference, index) => (
        <ListItem key={index}>
          <Text>{difference}</Text>
        </ListItem>
      ))}
    </List>
  );
}
