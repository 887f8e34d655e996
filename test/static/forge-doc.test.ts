// Copies of a ForgeDoc: later changes of the app's own document do not reach them, and what did not change keeps
// its identity.

import { expect, it } from 'vitest';
import { copyForgeDoc, elementToNode } from '../../static/host/uikit/forge-doc';

const text = (
  value: string,
): { type: string; key: string; props: { text: string }; children: unknown[] } => ({
  type: 'String',
  key: `text-${value}`,
  props: { text: value },
  children: [],
});

it('keeps what it copied when the app changes its document in place', () => {
  const live = { type: 'Root', key: 'root', props: {}, children: [text('one')] };
  const copy = copyForgeDoc(live);
  live.children[0]!.props.text = 'two';
  expect(copy.children[0]?.props['text']).toBe('one');
});

it('shares what did not change with the copy before, and only that', () => {
  const kept = { type: 'Text', key: 'kept', props: { size: 'small' }, children: [text('same')] };
  const live = { type: 'Root', key: 'root', props: {}, children: [kept, text('one')] };
  const first = copyForgeDoc(live);
  live.children[1]!.props = { text: 'two' };
  const second = copyForgeDoc(live, first);
  expect(second).not.toBe(first);
  expect(second.children[0]).toBe(first.children[0]);
  expect(second.children[1]).not.toBe(first.children[1]);
  expect(copyForgeDoc(live, second)).toBe(second);
});

it('reads any value as a document without failing', () => {
  for (const odd of [
    undefined,
    null,
    7,
    'x',
    [],
    { children: 'y' },
    { type: 1, props: null, children: [null] },
  ]) {
    expect(copyForgeDoc(odd).type).toBeTypeOf('string');
  }
});

it('turns elements in props into nodes, calling function components', () => {
  const Inner = (props: unknown): unknown => ({
    type: 'Button',
    props: { ...(props as object), children: 'Go' },
  });
  const node = elementToNode({ type: Inner, props: { appearance: 'primary' } }, 'k');
  expect(node).toMatchObject({
    type: 'Button',
    props: { appearance: 'primary' },
    children: [{ type: 'String', props: { text: 'Go' } }],
  });
  expect(elementToNode(true, 'k')).toBeUndefined();
});
