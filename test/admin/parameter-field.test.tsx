// Every sort of input that an action form can ask for, drawn from its description and reporting a change.

import { beforeAll, describe, expect, it, vi } from 'vitest';
import { firstEditor } from '../../src/admin/editor/reduce';
import type { ActionProps } from '../../src/admin/editor/action-card';
import type { DraftChange } from '../../src/admin/editor/state';
import type { ActionField, FieldInput } from '../../src/core/actions/forms';
import type { JsonObject } from '../../src/core/json';
import type { Problem } from '../../src/core/result';
import type { Node } from './page-harness';

/** For a machine that has other things to do. */
const PATIENCE = { timeout: 30_000, interval: 5 };

let drawn: Node | undefined;

beforeAll(() => {
  const callBridge = (command: string, data: { forgeDoc: Node }): Promise<void> => {
    if (command === 'reconcile') drawn = data.forgeDoc;
    return Promise.resolve();
  };
  Object.assign(globalThis, { self: globalThis, __bridge: { callBridge } });
});

async function draw(
  field: ActionField,
  parameters: JsonObject,
  problems: readonly Problem[] = [],
): Promise<{ nodes: readonly Node[]; changes: DraftChange[] }> {
  const { default: ForgeReconciler } = await import('@forge/react');
  const { ParameterField } = await import('../../src/admin/editor/parameter-field');
  const changes: DraftChange[] = [];
  const props: ActionProps = {
    state: firstEditor(undefined).state,
    change: (change) => changes.push(change),
    problems: () => problems,
    invalid: () => false,
    action: { id: 'a', action: 'x.y', with: parameters },
    actionKey: 7,
    index: 0,
  };
  drawn = undefined;
  ForgeReconciler.render(<ParameterField {...props} field={field} />);
  await vi.waitFor(() => {
    if (drawn === undefined) throw new Error('Nothing was drawn.');
  }, PATIENCE);
  return { nodes: below(drawn!), changes };
}

function below(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap(below)];
}

function aField(input: FieldInput, overrides: Partial<ActionField> = {}): ActionField {
  return { name: 'p', label: 'Parameter', input, ...overrides };
}

function only(nodes: readonly Node[], type: string): Node {
  const found = nodes.filter((node) => node.type === type);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe('parameter field', () => {
  it.each<[FieldInput, string, unknown, unknown, unknown]>([
    [{ type: 'text' }, 'Textfield', 'old', { target: { value: 'new' } }, 'new'],
    [{ type: 'text' }, 'Textfield', 'old', { target: { value: '' } }, undefined],
    [{ type: 'long-text', rows: 6 }, 'TextArea', 'old', { target: { value: 'new' } }, 'new'],
    [{ type: 'list' }, 'Textfield', ['a'], { target: { value: 'a, b' } }, ['a', 'b']],
    [{ type: 'number' }, 'Textfield', 3, { target: { value: '4' } }, 4],
    [{ type: 'number' }, 'Textfield', 3, { target: { value: 'four' } }, 'four'],
    [{ type: 'flag' }, 'Checkbox', false, { target: { checked: true } }, true],
    [
      { type: 'choice', options: [{ value: 'x', label: 'X' }] },
      'Select',
      'x',
      { value: 'x', label: 'X' },
      'x',
    ],
    [{ type: 'choice', options: [{ value: 'x', label: 'X' }] }, 'Select', 'x', null, undefined],
    [{ type: 'user' }, 'UserPicker', 'ada', { id: 'bob', name: 'Bob' }, 'bob'],
    [{ type: 'json' }, 'TextArea', { a: 1 }, { target: { value: '{"b":2}' } }, { b: 2 }],
  ])('of sort %j is a %s', async (input, component, before, event, after) => {
    const { nodes, changes } = await draw(aField(input), { p: before as never });
    (only(nodes, component).props['onChange'] as (event: unknown) => void)(event);
    expect(changes).toEqual([{ type: 'parameter-set', key: 7, name: 'p', value: after }]);
  });

  it('shows the value it has', async () => {
    expect(
      only((await draw(aField({ type: 'list' }), { p: ['a', 'b'] })).nodes, 'Textfield').props,
    ).toMatchObject({
      defaultValue: 'a, b',
    });
    const { nodes } = await draw(aField({ type: 'json' }), { p: { a: 1 } });
    expect(JSON.parse(String(only(nodes, 'TextArea').props['defaultValue']))).toEqual({ a: 1 });
  });

  it('keeps the last JSON that was, and says what is wrong with what is typed', async () => {
    const { nodes, changes } = await draw(aField({ type: 'json' }), { p: 1 });
    (only(nodes, 'TextArea').props['onChange'] as (event: unknown) => void)({ target: { value: '{' } });
    await vi.waitFor(() => {
      expect(JSON.stringify(below(drawn!).map((node) => node.props['text']))).toContain('not valid JSON');
    }, PATIENCE);
    expect(changes).toEqual([]);
  });

  it('edits all parameters of a kind without a form as one JSON object', async () => {
    const field: ActionField = { name: '', label: 'Parameters', input: { type: 'json' } };
    const { nodes, changes } = await draw(field, { q: 1 });
    (only(nodes, 'TextArea').props['onChange'] as (event: unknown) => void)({ target: { value: '{"r":2}' } });
    expect(changes).toEqual([{ type: 'action-patched', key: 7, patch: { with: { r: 2 } } }]);
  });

  it('has its help and its problems below it', async () => {
    const problem: Problem = { path: 'then[0].with.p[1]', level: 'error', message: 'expected a label' };
    const { nodes } = await draw(aField({ type: 'list' }, { help: 'Help.', required: true }), {}, [problem]);
    const texts = nodes.map((node) => node.props['text']);
    expect(texts).toContain('Help.');
    expect(texts).toContain('[1]: expected a label');
    expect(only(nodes, 'Textfield').props['isInvalid']).toBe(true);
    expect(nodes.some((node) => node.type === 'RequiredAsterisk' || texts.includes('*'))).toBe(true);
  });
});
