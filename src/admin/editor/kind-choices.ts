// The kinds of action as a Select offers them.

import { ACTION_FORMS } from '../../core/actions/forms';
import type { Choice } from '../shared/input';

/** The kinds of action under their headings. Mutable arrays because UI Kit's types ask for them. */
export const KIND_CHOICES: { label: string; options: Choice[] }[] = [
  ...new Set(ACTION_FORMS.map((form) => form.group)),
].map((group) => ({
  label: group,
  options: ACTION_FORMS.filter((form) => form.group === group).map((form) => ({
    label: form.label,
    value: form.kind,
  })),
}));
