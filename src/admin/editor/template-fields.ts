// Fields of the event as placeholders for templates, and putting one into a text. Pure.

import type { OfferedField } from '../../core/conditions/builder/offered-fields';

/** What a picked field is written as: in storage format people are mentioned. */
export function placeholderOf(path: string, storage: boolean): string {
  const person = /^(.+)\.accountId$/.exec(path)?.[1];
  return storage && person !== undefined ? `{{mention ${person}}}` : `{{${path}}}`;
}

/** Whether a template can print the field: texts, numbers, dates and flags. */
export function isPrintable({ type, path }: OfferedField): boolean {
  return ['string', 'number', 'date', 'boolean'].includes(type) && !path.includes('[]');
}

/** The text with the placeholder at its end, before a closing tag and set apart from a word. */
export function withPlaceholder(text: string, placeholder: string): string {
  const tail = /(\s*<\/[a-z0-9]+>\s*)+$/i.exec(text)?.[0] ?? '';
  const head = text.slice(0, text.length - tail.length);
  const gap = head === '' || /[\s>("]$/.test(head) ? '' : ' ';
  return `${head}${gap}${placeholder}${tail}`;
}
