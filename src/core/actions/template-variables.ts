// The variables of a Confluence template, filled in: Confluence offers apps no way to have it done.
// Storage format: https://confluence.atlassian.com/doc/confluence-storage-format-for-templates.html

import { escapeText } from '../templates/storage/xml-text';

const DECLARATIONS = /<at:declarations>[\s\S]*?<\/at:declarations>/g;

const VARIABLE = /<at:var\s[^>]*?at:name="([^"]*)"[^>]*?(?:\/>|>\s*<\/at:var>)/g;

/** The body of a page: no declarations, and each variable replaced by its value, or by nothing. */
export function fillTemplate(body: string, values: Readonly<Record<string, string>>): string {
  return body
    .replace(DECLARATIONS, '')
    .replace(VARIABLE, (_variable, name: string) =>
      Object.hasOwn(values, name) ? escapeText(values[name] ?? '') : '',
    );
}
