// Reads JSON that a person wrote into a rule that the form can show. It checks shapes only, so that the
// form does not break: what a rule means is checked by the app.

import { isJsonObject } from '../../core/json';
import { err, ok } from '../../core/result';
import type { JsonValue } from '../../core/json';
import type { Result } from '../../core/result';
import { words } from '../wording';
import type { EditableRule } from './draft';

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
  if (!isJsonObject(value)) return words.editor.shape('', 'an object');
  const { id, name, when, then, scope } = value;
  if (typeof id !== 'string') return words.editor.shape('id', 'a text');
  if (typeof name !== 'string') return words.editor.shape('name', 'a text');
  if (!isTexts(when)) return words.editor.shape('when', 'a list of event ids');
  if (!Array.isArray(then)) return words.editor.shape('then', 'a list of actions');
  if (scope !== undefined && !isScope(scope))
    return words.editor.shape('scope', 'an object with lists of space keys');
  if (value['labels'] !== undefined && !isTexts(value['labels']))
    return words.editor.shape('labels', 'a list of texts');
  if (value['limits'] !== undefined && !isJsonObject(value['limits']))
    return words.editor.shape('limits', 'an object');
  for (const name of ['description', 'owner']) {
    if (value[name] !== undefined && typeof value[name] !== 'string')
      return words.editor.shape(name, 'a text');
  }
  const actions: readonly unknown[] = then;
  for (const [index, action] of actions.entries()) {
    const problem = actionProblem(action, `then[${index}]`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function actionProblem(action: unknown, path: string): string | undefined {
  if (!isJsonObject(action)) return words.editor.shape(path, 'an object');
  if (typeof action['id'] !== 'string') return words.editor.shape(`${path}.id`, 'a text');
  if (typeof action['action'] !== 'string') return words.editor.shape(`${path}.action`, 'a text');
  for (const name of ['with', 'retry']) {
    if (action[name] !== undefined && !isJsonObject(action[name]))
      return words.editor.shape(`${path}.${name}`, 'an object');
  }
  const as = action['as'];
  const named = isJsonObject(as) && typeof as['accountId'] === 'string';
  return as === undefined || as === 'app' || as === 'initiator' || named
    ? undefined
    : words.editor.shape(`${path}.as`, '"app", "initiator" or {"accountId": "…"}');
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
