// Problems in the words of the form: what is missing is asked for, and a place has the name of its field. Pure;
// it must not decide what is a problem, and the JSON view keeps the exact words and paths.

import { actionForm } from '../../core/actions/forms';
import type { Problem } from '../../core/result';
import { words } from '../wording';
import { parametersOf } from './parameter-values';
import type { EditableRule } from './draft';

const ACTION_PATH = /^then\[(\d+)\](?:\.with\.([^.[]+))?/;

/** The same problems; an error at a field that is empty asks to fill it in. */
export function inFormWords(problems: readonly Problem[], rule: EditableRule): readonly Problem[] {
  return problems.map((problem) => {
    const message = problem.level === 'error' ? whatIsMissing(problem.path, rule) : undefined;
    return message === undefined ? problem : { ...problem, message };
  });
}

/** Where a problem stands, as the form calls it: “2. Add a comment, Comment”. Else the path as it is. */
export function placeInForm(path: string, rule: EditableRule): string {
  const { editor } = words;
  const match = ACTION_PATH.exec(path);
  if (match === null) {
    const names: Readonly<Record<string, string>> = {
      name: editor.name,
      id: editor.id,
      when: editor.when,
      if: editor.condition,
      then: editor.thenTitle,
    };
    const [field = ''] = path.split(/[.[]/);
    return (Object.hasOwn(names, field) ? names[field] : undefined) ?? path;
  }
  const index = Number(match[1]);
  const action = rule.then[index];
  if (action === undefined) return path;
  const form = actionForm(action.action);
  const card = editor.actionNumber(index + 1, form?.label ?? editor.unknownAction(action.action));
  const label = form?.fields.find((field) => field.name === match[2])?.label;
  return label === undefined ? card : words.common.list([card, label]);
}

function whatIsMissing(path: string, rule: EditableRule): string | undefined {
  const { editor } = words;
  if (path === 'name' && rule.name.trim() === '') return editor.nameMissing;
  if (path === 'id' && rule.id === '') return editor.idMissing;
  if (path === 'when' && rule.when.length === 0) return editor.eventsMissing;
  if (path === 'then' && rule.then.length === 0) return editor.actionsMissing;
  const match = ACTION_PATH.exec(path);
  const name = match?.[2];
  const action = match === null ? undefined : rule.then[Number(match[1])];
  if (action === undefined || name === undefined || !path.endsWith(`.with.${name}`)) return undefined;
  return isEmpty(parametersOf(action)[name]) ? editor.parameterMissing : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
