// A label and what it is of: `If: the title starts with "Plan"`.

import { Text } from '@forge/react';
import { words } from '../wording';

/** A line with its label in bold. */
export function Fact(props: { readonly label: string; readonly children: string }) {
  return (
    <Text>
      <Text as="strong">{`${words.common.lead(props.label)} `}</Text>
      {props.children}
    </Text>
  );
}
