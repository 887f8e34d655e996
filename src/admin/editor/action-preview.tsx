// What one action would do with the event under "Try it", rendered as one types.

import { Box, Text, xcss } from '@forge/react';
import type { Trial } from '../../core/runs/try-rule';
import { words } from '../wording';
import { plainPreview } from '../verdicts/plain-preview';

const PREVIEW = xcss({
  padding: 'space.100',
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.small',
});

/** The rendered action; nothing before the rule can be tried. */
export function ActionPreview({ trial, id }: { readonly trial: Trial | undefined; readonly id: string }) {
  const planned = trial?.actions.find((action) => action.id === id);
  if (planned === undefined) return null;
  return (
    <Box xcss={PREVIEW}>
      <Text size="small">
        <Text as="strong">{`${words.editor.preview} `}</Text>
        {planned.acts ? plainPreview(planned.words) : planned.words}
      </Text>
    </Box>
  );
}
