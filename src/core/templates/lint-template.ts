// Checks a template against the fields that its rule's events have. It must not refuse what may be right: an unknown
// field is a warning, for an event may carry more than the catalogue knows.

import { nearestWord } from '../conditions/nearest-word';
import { checkStorage } from './check-storage';
import { parseTemplate } from './parse-template';
import { templateProblem } from './template-problem';
import { readsOfTemplate } from './template-reads';
import type { FieldCatalogue } from '../conditions/field-catalogue';
import type { TemplateProblem } from './template-problem';
import type { TemplateRead } from './template-reads';

/**
 * Everything wrong with `text`: what `parseTemplate` refuses, markup that Confluence would refuse (for `storage`), and
 * as warnings the fields that `fields` does not have, with a suggestion where one is near. Each says line and column;
 * the path is empty, for the caller to complete.
 */
export function lintTemplate(
  text: unknown,
  fields: FieldCatalogue,
  mode: 'storage' | 'text' = 'text',
): readonly TemplateProblem[] {
  const template = parseTemplate(text);
  if (!template.ok) return template.error;
  return [
    ...(mode === 'storage' ? checkStorage(template.value) : []),
    ...readsOfTemplate(template.value).flatMap((read) => lintRead(read, fields)),
  ];
}

function lintRead({ field, certain, at }: TemplateRead, fields: FieldCatalogue): readonly TemplateProblem[] {
  // Length is a property of every list and text, which no catalogue lists.
  if (!certain || fields.has(field.replace(/\.length$/, '')) !== undefined) return [];
  const suggestion = nearestField(field, fields.paths());
  const meant = suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`;
  const cause = `no event of this rule has the field \`${field}\`, so nothing is printed for it${meant}`;
  return [{ ...templateProblem(cause, at, suggestion), level: 'warning' }];
}

/** Below an object that there is, only its own fields are near; a long path in common would make any field near. */
function nearestField(field: string, paths: readonly string[]): string | undefined {
  const known = paths.filter((path) => !path.endsWith('.*'));
  const parent = field.slice(0, field.lastIndexOf('.') + 1);
  const siblings = known.filter((path) => parent !== '' && path.startsWith(parent));
  if (siblings.length === 0) return nearestWord(field, known);
  const nearest = nearestWord(
    field.slice(parent.length),
    siblings.map((path) => path.slice(parent.length)),
  );
  return nearest === undefined ? undefined : parent + nearest;
}
