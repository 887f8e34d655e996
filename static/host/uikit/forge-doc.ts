// The ForgeDoc: what an app's UI Kit page wants drawn. The app's reconciler changes its document in place, so a
// commit is copied here; parts that did not change keep their identity, so that they are not drawn again.

/** One element of a ForgeDoc, as it was at one commit. */
export interface DocNode {
  readonly key: string;
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly DocNode[];
}

/** The type of text nodes; their text is the `text` prop. */
export const TEXT_TYPE = 'String';

/** Copies a document as the app sent it; `previous` is the copy of the commit before. */
export function copyForgeDoc(sent: unknown, previous?: DocNode): DocNode {
  const earlier = new Map<string, DocNode>();
  if (previous !== undefined) collect(previous, earlier);
  return copyNode(sent, '0', earlier);
}

/**
 * Turns a React element that came inside a prop (such as a button in `primaryAction`) into a node. Function
 * components are called, because only the element arrived and not what React would make of it; their hooks
 * would not work, which is so on Forge as well.
 */
export function elementToNode(value: unknown, key: string): DocNode | undefined {
  if (typeof value === 'string' || typeof value === 'number') {
    return { key, type: TEXT_TYPE, props: { text: String(value) }, children: [] };
  }
  if (!isRecord(value) || !isRecord(value['props'])) return undefined;
  const { type } = value;
  if (typeof type === 'function') {
    // React guarantees that a function used as an element's type takes its props.
    return elementToNode((type as (props: unknown) => unknown)(value['props']), key);
  }
  const { children, ...props } = value['props'];
  const inner = childList(children)
    .map((child, index) => elementToNode(child, `${key}.${index}`))
    .filter((child) => child !== undefined);
  // A fragment has a symbol for a type; it stands for its children.
  return { key, type: typeof type === 'string' ? type : 'Fragment', props, children: inner };
}

function copyNode(sent: unknown, fallbackKey: string, earlier: ReadonlyMap<string, DocNode>): DocNode {
  const raw = isRecord(sent) ? sent : {};
  const key = typeof raw['key'] === 'string' ? raw['key'] : fallbackKey;
  const type = typeof raw['type'] === 'string' ? raw['type'] : 'nothing';
  const given = isRecord(raw['props']) ? raw['props'] : {};
  const before = earlier.get(key);
  const children = childList(raw['children']).map((child, index) =>
    copyNode(child, `${key}.${index}`, earlier),
  );
  if (before?.type === type && sameProps(before.props, given) && sameList(before.children, children))
    return before;
  return { key, type, props: { ...given }, children };
}

function collect(node: DocNode, into: Map<string, DocNode>): void {
  into.set(node.key, node);
  for (const child of node.children) collect(child, into);
}

function sameProps(
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
): boolean {
  const names = Object.keys(right);
  return (
    names.length === Object.keys(left).length && names.every((name) => Object.is(left[name], right[name]))
  );
}

function sameList(left: readonly DocNode[], right: readonly DocNode[]): boolean {
  return left.length === right.length && left.every((node, index) => node === right[index]);
}

function childList(children: unknown): readonly unknown[] {
  if (children === undefined || children === null || typeof children === 'boolean') return [];
  return Array.isArray(children) ? (children as readonly unknown[]).flat(Infinity) : [children];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
