// Checks a template against the fields that its rule's events have. It must not refuse what may be right: an unknown
// field is a warning where something unforeseen may carry it, a template that cannot be parsed is an error.

import { nearestWord } from '../conditions/nearest-word';
import { parseTemplate } from './parse-template';
import { readsOfTemplate } from './template-reads';
import { templateProblem } from './template-problem';
import type { FieldCatalogue } from '../conditions/field-catalogue';
import type { TemplateProblem } from './template-problem';

/**
 * Everything wrong with `text`: what `parseTemplate` refuses, and fields that `fields` does not have, as warnings
 * with a suggestion where one is near. Each says line and column; the path is empty, for the caller to complete.
 */
export function lintTemplate(text: unknown, fields: FieldCatalogue): readonly TemplateProblem[] {
  const template = parseTemplate(text);
  if (!template.ok) return template.error;
  return readsOfTemplate(template.value).flatMap(({ field, at }) => {
    if (fields.has(field) !== undefined) return [];
    const suggestion = nearestWord(field, fields.paths());
    const meant = suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`;
    const cause = `no event of this rule has the field \`${field}\`, so nothing is printed${meant}`;
    return [{ ...templateProblem(cause, at, suggestion), level: 'warning' as const }];
  });
}
