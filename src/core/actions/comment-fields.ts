// The form fields that the kinds share which write comments.

import type { ActionField } from './form';

/** A text in storage format that people will read. */
export function bodyField(label: string): ActionField {
  return {
    name: 'body',
    label,
    help: 'Confluence storage format (HTML-like). Placeholders such as {{content.title}}, {{space.name}} and {{mention actor}} are filled in from the event.',
    required: true,
    input: { type: 'long-text', template: true, storage: true, rows: 4 },
    initial: '',
  };
}
