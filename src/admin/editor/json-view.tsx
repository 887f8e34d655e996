// The rule as JSON, in the code editor that the Frame shows. It must not hold state.

import { Frame, Heading, HelperMessage, SectionMessage, Stack, Text } from '@forge/react';
import { words } from '../wording';
import { FRAME_RESOURCE } from '../../core/admin/frame-protocol';
import type { EditorState } from './state';

/** The code editor with what is wrong with its text. */
export function JsonView(props: { readonly state: EditorState }) {
  const { json } = props.state;
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {words.editor.jsonTitle}
      </Heading>
      <Frame resource={FRAME_RESOURCE} />
      <HelperMessage>{words.editor.jsonHelp}</HelperMessage>
      {json.problem !== undefined && (
        <SectionMessage appearance="error">
          <Text>{json.problem}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
}
