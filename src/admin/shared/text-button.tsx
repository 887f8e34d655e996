// A name that opens what it names: looks like a link, and is a button because UI Kit's links leave the page.

import { Inline, Pressable, Text, xcss } from '@forge/react';

const PLAIN = xcss({
  padding: 'space.0',
  backgroundColor: 'color.background.neutral.subtle',
  textAlign: 'start',
});

/** The name as a button. */
export function TextButton(props: { readonly text: string; readonly onClick: () => void }) {
  return (
    <Inline>
      <Pressable xcss={PLAIN} onClick={props.onClick}>
        <Text color="color.link" weight="medium">
          {props.text}
        </Text>
      </Pressable>
    </Inline>
  );
}
