// What a person does to the builder's model. Every edit returns a new model; a key that is not there changes nothing.

import { assertNever } from '../../assert-never';
import { LABELS_PATH } from '../own-operations';
import { offeredForms } from './offered-forms';
import { readNode } from './read-condition';
import { TEST_FORMS } from './test-forms';
import { writeTest } from './write-condition';
import type { FieldCatalogue } from '../field-catalogue';
import type { JsonValue } from '../../json';
import type { BuilderModel, BuilderNode, GroupMode, GroupNode, Quantifier, TestNode } from './model';
import type { TestFormId } from './test-forms';

/** One thing that a person does to a condition. */
export type BuilderEdit =
  | { readonly do: 'set-mode'; readonly key: number; readonly mode: GroupMode }
  | { readonly do: 'add-test' | 'add-group' | 'add-json'; readonly group: number }
  | { readonly do: 'remove' | 'to-json' | 'from-json'; readonly key: number }
  | { readonly do: 'set-field'; readonly key: number; readonly field: string }
  | { readonly do: 'set-form'; readonly key: number; readonly form: TestFormId }
  | { readonly do: 'set-quantifier'; readonly key: number; readonly quantifier: Quantifier }
  | { readonly do: 'set-value'; readonly key: number; readonly value: TestNode['value'] }
  | { readonly do: 'set-json'; readonly key: number; readonly text: string };

/** The model after one edit; `fields` are those of the rule's events. */
export function editModel(model: BuilderModel, edit: BuilderEdit, fields: FieldCatalogue): BuilderModel {
  switch (edit.do) {
    case 'set-mode':
      return setMode(model, edit.key, edit.mode);
    case 'add-test':
      return addTest(model, edit.group);
    case 'add-group':
      return addGroup(model, edit.group);
    case 'add-json':
      return addJson(model, edit.group);
    case 'remove':
      return removeNode(model, edit.key);
    case 'to-json':
      return toJson(model, edit.key);
    case 'from-json':
      return fromJson(model, edit.key);
    case 'set-field':
      return setField(model, edit.key, edit.field, fields);
    case 'set-form':
      return setForm(model, edit.key, edit.form);
    case 'set-quantifier':
      return setQuantifier(model, edit.key, edit.quantifier);
    case 'set-value':
      return setValue(model, edit.key, edit.value);
    case 'set-json':
      return setJson(model, edit.key, edit.text);
    default:
      return assertNever(edit);
  }
}

/** Makes a group decide otherwise. */
function setMode(model: BuilderModel, key: number, mode: GroupMode): BuilderModel {
  return changed(model, key, (node) => (node.kind === 'group' ? { ...node, mode } : node));
}

/** Adds a test that is not filled in at the end of a group. */
function addTest(model: BuilderModel, group: number): BuilderModel {
  return added(model, group, (key) => [blankTest(key), key + 1]);
}

/** Adds a group inside a group; it starts with a blank test, because an empty group says nothing. */
function addGroup(model: BuilderModel, group: number): BuilderModel {
  return added(model, group, (key) => [
    { kind: 'group', key, mode: 'any', members: [blankTest(key + 1)] },
    key + 2,
  ]);
}

/** Adds a clause in JSON. */
function addJson(model: BuilderModel, group: number): BuilderModel {
  return added(model, group, (key) => [{ kind: 'json', key, text: '' }, key + 1]);
}

/** Takes a clause out; a group that loses its last member goes too, but for the outermost. */
function removeNode(model: BuilderModel, key: number): BuilderModel {
  const prune = (group: GroupNode): GroupNode => ({
    ...group,
    members: group.members
      .filter((member) => member.key !== key)
      .map((member) => (member.kind === 'group' ? prune(member) : member))
      .filter((member) => member.kind !== 'group' || member.members.length > 0),
  });
  return { ...model, root: prune(model.root) };
}

/** Chooses the field of a test; the test and its value stay as far as they suit the field. */
function setField(model: BuilderModel, key: number, field: string, fields: FieldCatalogue): BuilderModel {
  return changed(model, key, (node) => {
    if (node.kind !== 'test') return node;
    const forms = offeredForms(field, fields);
    const form = forms.includes(node.form) ? node.form : (forms[0] ?? 'is');
    const sameKind = typeOf(node.field, fields) === typeOf(field, fields);
    const test = withForm({ ...node, field, ...(sameKind ? {} : { value: undefined }) }, form);
    return withQuantifier(test, field.includes('[]') ? (test.quantifier ?? 'some') : undefined);
  });
}

/** Chooses the test; the value stays when the new test takes one of the same shape. */
function setForm(model: BuilderModel, key: number, form: TestFormId): BuilderModel {
  return changed(model, key, (node) => (node.kind === 'test' ? withForm(node, form) : node));
}

/** Says which elements of the list must pass the test. */
function setQuantifier(model: BuilderModel, key: number, quantifier: Quantifier): BuilderModel {
  return changed(model, key, (node) =>
    node.kind === 'test' && node.quantifier !== undefined ? { ...node, quantifier } : node,
  );
}

/** Fills in what the test compares with; `undefined` empties it. */
function setValue(model: BuilderModel, key: number, value: TestNode['value']): BuilderModel {
  return changed(model, key, (node) => (node.kind === 'test' ? { ...node, value } : node));
}

/** Takes the text of a JSON clause as typed. */
function setJson(model: BuilderModel, key: number, text: string): BuilderModel {
  return changed(model, key, (node) => {
    if (node.kind !== 'json') return node;
    if (text.trim() === '') return { kind: 'json', key, text };
    try {
      // JSON.parse yields nothing but JSON values.
      return { kind: 'json', key, text, logic: JSON.parse(text) as JsonValue };
    } catch (cause) {
      return { ...node, text, problem: cause instanceof Error ? cause.message : String(cause) };
    }
  });
}

/** Shows a test as JSON, to go on from there. A test that is not filled in starts empty. */
function toJson(model: BuilderModel, key: number): BuilderModel {
  return changed(model, key, (node) => {
    if (node.kind !== 'test') return node;
    const logic = writeTest(node);
    return { kind: 'json', key, text: logic === undefined ? '' : JSON.stringify(logic, null, 2), logic };
  });
}

/** Shows a JSON clause with the builder's own forms, as far as they fit. */
function fromJson(model: BuilderModel, key: number): BuilderModel {
  let { nextKey } = model;
  const after = changed(model, key, (node) =>
    node.kind === 'json' && node.logic !== undefined && node.problem === undefined
      ? readNode(node.logic, () => nextKey++)
      : node,
  );
  return { ...after, nextKey };
}

function blankTest(key: number): TestNode {
  return { kind: 'test', key, field: '', form: 'is', value: undefined };
}

function withForm(test: TestNode, form: TestFormId): TestNode {
  const [before, after] = [TEST_FORMS[test.form], TEST_FORMS[form]];
  const field = after.operand === 'labels' ? LABELS_PATH : test.field;
  if (before.operand === after.operand) return { ...test, form, field };
  const single = (before.operand === 'value' || before.operand === 'values') && after.operand !== 'field';
  const value = single ? reshaped(test.value, after.operand) : undefined;
  return { ...test, form, field, value };
}

/** One value becomes a list of one, and the first of a list the value. */
function reshaped(
  value: TestNode['value'],
  operand: (typeof TEST_FORMS)[TestFormId]['operand'],
): TestNode['value'] {
  if (operand === 'values' && value !== undefined && !Array.isArray(value)) {
    return [value as string | number | boolean];
  }
  if (operand === 'value' && Array.isArray(value)) return (value as readonly (string | undefined)[])[0];
  return undefined;
}

function withQuantifier(test: TestNode, quantifier: Quantifier | undefined): TestNode {
  if (quantifier !== undefined) return { ...test, quantifier };
  const { quantifier: _dropped, ...rest } = test;
  return rest;
}

function typeOf(field: string, fields: FieldCatalogue): string | undefined {
  return fields.has(field)?.type;
}

function added(
  model: BuilderModel,
  group: number,
  make: (key: number) => readonly [node: BuilderNode, nextKey: number],
): BuilderModel {
  const [node, nextKey] = make(model.nextKey);
  const after = changed(model, group, (target) =>
    target.kind === 'group' ? { ...target, members: [...target.members, node] } : target,
  );
  return { ...after, nextKey };
}

function changed(model: BuilderModel, key: number, change: (node: BuilderNode) => BuilderNode): BuilderModel {
  const visit = (node: BuilderNode): BuilderNode => {
    if (node.key === key) return change(node);
    return node.kind === 'group' ? { ...node, members: node.members.map(visit) } : node;
  };
  const root = visit(model.root);
  return root.kind === 'group' ? { ...model, root } : model;
}
