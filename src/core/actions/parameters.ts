// The parameters that several kinds have in common: their schemas, and how they are rendered for one event.
// It must not know any kind.

import * as v from 'valibot';
import { RULE_LIMITS } from '../rules/rule';
import { err, ok } from '../result';
import { render } from './render';
import type { Failure } from '../failure';
import type { Result } from '../result';
import type { PlanContext } from './action';

/** Most people or groups that one parameter names. */
const MAX_LISTED = 50;

/** Ids of content are numbers. [REST v2] */
const CONTENT_ID = /^\d+$/;

/** A text with placeholders that must not be empty; `what` names it in the refusal. */
export function templateSchema(what: string) {
  return v.pipe(
    v.string(),
    v.nonEmpty(`expected ${what}, got an empty text`),
    v.maxLength(RULE_LIMITS.MAX_TEMPLATE_LENGTH),
  );
}

/** A text with placeholders that may be left out. */
export const OptionalTemplateSchema = v.optional(
  v.pipe(v.string(), v.maxLength(RULE_LIMITS.MAX_TEMPLATE_LENGTH)),
  '',
);

/** A list of texts with placeholders, such as account ids. */
export const ListSchema = v.optional(
  v.pipe(v.array(v.string()), v.maxLength(MAX_LISTED, `expected at most ${MAX_LISTED} entries`)),
  [],
);

/** The entries of a list, rendered; empty ones and repetitions are left out. */
export function renderList(
  parameter: string,
  templates: readonly string[],
  context: PlanContext,
): Result<string[], Failure> {
  const entries = new Set<string>();
  for (const [index, template] of templates.entries()) {
    const rendered = render(`${parameter}[${index}]`, template, 'text', context);
    if (!rendered.ok) return err(rendered.error);
    const entry = rendered.value.trim();
    if (entry !== '') entries.add(entry);
  }
  return ok([...entries]);
}

/** A line of text, rendered and trimmed; a failure when nothing is left of it. */
export function renderLine(
  parameter: string,
  template: string,
  context: PlanContext,
): Result<string, Failure> {
  const rendered = render(parameter, template, 'text', context);
  if (!rendered.ok) return rendered;
  const line = rendered.value.replace(/\s+/g, ' ').trim();
  return line === '' ? err(badParameter(parameter, 'it rendered to an empty text')) : ok(line);
}

/** The id of content, rendered; `undefined` for a template that was left empty. */
export function renderContentId(
  parameter: string,
  template: string,
  context: PlanContext,
): Result<string | undefined, Failure> {
  if (template.trim() === '') return ok(undefined);
  const line = renderLine(parameter, template, context);
  if (!line.ok || CONTENT_ID.test(line.value)) return line;
  return err(badParameter(parameter, `expected the id of a page, got "${line.value}"`));
}

/** A failure that only an edit of the rule can cure. */
export function badParameter(parameter: string, cause: string): Failure {
  return {
    kind: 'bad-request',
    message: `Failed to read "${parameter}": ${cause}. Edit this action.`,
    retryable: false,
  };
}
