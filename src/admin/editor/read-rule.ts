// Reads JSON that a person wrote into a rule that the form can show. It checks shapes only, so that the
// form does not break: what a rule means is checked by the app.

import { isJsonObject } from '../../core/json';
import { err, ok } from '../../core/result';
import type { JsonValue } from '../../core/json';
import type { Result } from '../../core/result';
import { words } from '../wording';
import type { EditableRule } from './draft';

const { shape, shapes } = words.editor;

/** The rule in `text`; the error is a sentence. */
export function readRule(text: string): Result<EditableRule, string> {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (cause) {
    return err(words.editor.notJson(cause instanceof Error ? cause.message : String(cause)));
  }
  const problem = shapeProblem(value);
  // The check above has looked at every field that the form reads.
  return problem === undefined ? ok(value as unknown as EditableRule) : err(problem);
}

function shapeProblem(value: JsonValue): string | undefined {
  if (!isJsonObject(value)) return shape('', shapes.object);
  const { id, name, when, then, scope } = value;
  if (typeof id !== 'string') return shape('id', shapes.text);
  if (typeof name !== 'string') return shape('name', shapes.text);
  if (!isTexts(when)) return shape('when', shapes.events);
  if (!Array.isArray(then)) return shape('then', shapes.actions);
  if (scope !== undefined && !isScope(scope)) return shape('scope', shapes.scope);
  if (value['labels'] !== undefined && !isTexts(value['labels'])) return shape('labels', shapes.texts);
  if (value['limits'] !== undefined && !isJsonObject(value['limits'])) return shape('limits', shapes.object);
  for (const name of ['description', 'owner']) {
    if (value[name] !== undefined && typeof value[name] !== 'string') return shape(name, shapes.text);
  }
  const actions: readonly unknown[] = then;
  for (const [index, action] of actions.entries()) {
    const problem = actionProblem(action, `then[${index}]`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function actionProblem(action: unknown, path: string): string | undefined {
  if (!isJsonObject(action)) return shape(path, shapes.object);
  if (typeof action['id'] !== 'string') return shape(`${path}.id`, shapes.text);
  if (typeof action['action'] !== 'string') return shape(`${path}.action`, shapes.text);
  for (const name of ['with', 'retry']) {
    if (action[name] !== undefined && !isJsonObject(action[name]))
      return shape(`${path}.${name}`, shapes.object);
  }
  const as = action['as'];
  const named = isJsonObject(as) && typeof as['accountId'] === 'string';
  return as === undefined || as === 'app' || as === 'initiator' || named
    ? undefined
    : shape(`${path}.as`, shapes.identity);
}

function isScope(value: JsonValue): boolean {
  return (
    isJsonObject(value) &&
    (value['spaces'] === undefined || isTexts(value['spaces'])) &&
    (value['excludeSpaces'] === undefined || isTexts(value['excludeSpaces']))
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
