// Templates inside action parameters, rendered for one event. It must not know what the text is for.

import { parsedTemplate } from '../templates/parsed-templates';
import { renderTemplate } from '../templates/render-template';
import { err, ok } from '../result';
import type { Failure } from '../failure';
import type { Result } from '../result';
import type { PlanContext } from './action';

/**
 * Renders `text` as plain text, as storage format, or as text of another language whose `escape` keeps each value from
 * being read as part of it; a failure names the parameter.
 */
export function render(
  parameter: string,
  text: string,
  mode: 'text' | 'storage' | { readonly escape: (value: string) => string },
  context: PlanContext,
): Result<string, Failure> {
  const template = parsedTemplate(text);
  if (!template.ok) {
    return err(templateFailure(parameter, template.error.map((problem) => problem.message).join('; ')));
  }
  const rendered = renderTemplate(template.value, context.facts, {
    ...(typeof mode === 'string' ? { mode } : { mode: 'text', escape: mode.escape }),
    nowMs: context.nowMs,
  });
  return rendered.ok ? ok(rendered.value) : err(templateFailure(parameter, rendered.error.message));
}

function templateFailure(parameter: string, cause: string): Failure {
  return {
    kind: 'template',
    message: `Failed to render "${parameter}": ${cause}. Edit the template of this action.`,
    retryable: false,
  };
}
