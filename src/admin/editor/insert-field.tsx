// Puts a field of the event into a template: a button that opens a list of fields, because nobody knows their paths.

import { Box, Button, Inline, Label, Select, xcss } from '@forge/react';
import { useState } from 'react';
import { words } from '../wording';
import { valuesOf } from '../shared/input';
import { fieldChoices } from './condition/field-choices';
import { isPrintable, placeholderOf } from './template-fields';

const LIST = xcss({ maxWidth: '30rem', paddingBlockStart: 'space.050' });

/** The button, and the list once it is open. */
export function InsertField(props: {
  /** Makes the list's id; unique on the page. */
  readonly id: string;
  readonly when: readonly string[];
  /** The template is storage format, in which people are mentioned. */
  readonly storage: boolean;
  readonly onInsert: (placeholder: string) => void;
}) {
  const { id, when, storage, onInsert } = props;
  const [open, setOpen] = useState(false);
  const listId = `insert-${id}`;
  return (
    <Box>
      <Inline>
        <Button
          spacing="compact"
          appearance="subtle"
          iconBefore={open ? 'chevron-up' : 'add'}
          isDisabled={when.length === 0}
          onClick={() => setOpen(!open)}
        >
          {words.editor.insertField}
        </Button>
      </Inline>
      {open && (
        <Box xcss={LIST}>
          <Label labelFor={listId}>{words.editor.insertWhich}</Label>
          <Select
            inputId={listId}
            autoFocus
            placeholder={words.condition.fieldPlaceholder}
            options={fieldChoices(when, isPrintable)}
            onChange={(picked: unknown) => {
              const [path] = valuesOf(picked);
              if (path === undefined) return;
              setOpen(false);
              onInsert(placeholderOf(path, storage));
            }}
          />
        </Box>
      )}
    </Box>
  );
}
