// The form fields that the kinds share which make or rename pages.

import type { ActionField } from './form';

export const PARENT_FIELD: ActionField = {
  name: 'parent',
  label: 'Below the page with this id',
  help: '{{content.id}} is the page of the event.',
  input: { type: 'text', template: true },
};

export const SPACE_FIELD: ActionField = {
  name: 'space',
  label: 'Space key',
  help: 'Without it, and without a page above, the space of the event.',
  input: { type: 'text', template: true },
};

export const UNIQUE_FIELD: ActionField = {
  name: 'unique',
  label: 'Number the title when it is taken',
  help: '"Minutes" becomes "Minutes (2)". Without this, a title that is taken is a failure.',
  input: { type: 'flag' },
};

export function titleField(label: string): ActionField {
  return { name: 'title', label, required: true, input: { type: 'text', template: true }, initial: '' };
}
