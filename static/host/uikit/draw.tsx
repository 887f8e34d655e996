// Draws the elements of a ForgeDoc by looking up a component for each type. It must not know any component: the
// table comes from outside, which also keeps components and table free of an import circle.

import { Component, createContext, memo, useContext } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { elementToNode, TEXT_TYPE } from './forge-doc';
import type { DocNode } from './forge-doc';
import { wordOf } from './node-props';
import type { NodeProps } from './node-props';

/** A component for each type of element that can be drawn. */
export type ComponentTable = Readonly<Record<string, ComponentType<NodeProps>>>;

/** Carries the table to every element. */
export const ComponentTableContext = createContext<ComponentTable>({});

/** Draws one element. */
export const DrawNode = memo(function DrawNode({ node }: NodeProps) {
  const table = useContext(ComponentTableContext);
  if (node.type === TEXT_TYPE) return <>{wordOf(node.props['text'])}</>;
  const Drawn = Object.hasOwn(table, node.type) ? table[node.type] : undefined;
  if (Drawn === undefined) return <Unknown what={`Unknown UI Kit component: ${node.type}`} />;
  return (
    <FailureBox name={node.type}>
      <Drawn node={node} />
    </FailureBox>
  );
});

/** Draws the children of an element. */
export function drawChildren(node: DocNode): ReactNode {
  return node.children.map((child) => <DrawNode key={child.key} node={child} />);
}

/** Draws what an app put into a prop: text, an element, or a list of them. */
export function drawSlot(value: unknown): ReactNode {
  if (value === undefined || value === null || typeof value === 'boolean') return null;
  if (Array.isArray(value)) {
    return value.map((part: unknown, index) => {
      const node = elementToNode(part, String(index));
      return node === undefined ? null : <DrawNode key={index} node={node} />;
    });
  }
  const node = elementToNode(value, '0');
  return node === undefined ? null : <DrawNode node={node} />;
}

/** All text inside an element. */
export function nodeText(node: DocNode): string {
  if (node.type === TEXT_TYPE) return wordOf(node.props['text']);
  return node.children.map(nodeText).join('');
}

/** The children of the `ContentWrapper` of that name, which carries what was a function's result in the app. */
export function wrapped(node: DocNode, name: string): readonly DocNode[] {
  const wrapper = node.children.find(
    (child) => child.type === 'ContentWrapper' && child.props['name'] === name,
  );
  return wrapper?.children ?? [];
}

/** The red box for what cannot be drawn; never silently nothing. */
export function Unknown({ what }: { readonly what: string }) {
  return (
    <span role="alert" className="uikit-unknown" data-uikit-unknown={what}>
      {what}
    </span>
  );
}

/** Keeps a component that cannot draw its props from taking the page with it. */
class FailureBox extends Component<
  { readonly name: string; readonly children: ReactNode },
  { readonly failure?: string }
> {
  static getDerivedStateFromError(error: unknown): { failure: string } {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override state: { readonly failure?: string } = {};

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return <Unknown what={`${this.props.name} could not be drawn: ${failure}`} />;
  }
}
