// Hands an element's props on to the Atlaskit component that draws it. The app's compiler has checked them
// against the same components' types (@forge/react derives its types from Atlaskit's), so they pass unchanged.

import type { DocNode } from './forge-doc';
import { serialiseArguments } from './serialise';

/** What a component that draws an element gets. */
export interface NodeProps {
  readonly node: DocNode;
}

/** A handler that takes whatever the drawn component calls it with. */
export type Handler = (...given: readonly unknown[]) => void;

/** The named props, where the app gave them. `TProps` are those of the component that is drawn. */
export function givenProps<TProps extends object>(
  node: DocNode,
  names: readonly (keyof TProps & string)[],
): Partial<TProps> {
  const chosen: Record<string, unknown> = {};
  for (const name of names) {
    if (node.props[name] !== undefined) chosen[name] = node.props[name];
  }
  // See the head of this file: the types were checked where the app was compiled.
  return chosen as Partial<TProps>;
}

/** The named handlers, where the app gave them; each call reaches the app with plain data. */
export function givenHandlers<TName extends string>(
  node: DocNode,
  names: readonly TName[],
): { readonly [K in TName]?: Handler } {
  const chosen: { [K in TName]?: Handler } = {};
  for (const name of names) {
    const handler = handlerOf(node, name);
    if (handler !== undefined) chosen[name] = handler;
  }
  return chosen;
}

/** One handler of the app, or `undefined` when it gave none. */
export function handlerOf(node: DocNode, name: string): Handler | undefined {
  const handler = asFunction(node.props[name]);
  if (handler === undefined) return undefined;
  return (...given) => {
    const answer = handler(...serialiseArguments(given));
    if (answer instanceof Promise) answer.catch(reportLater);
    else if (isThenable(answer)) Promise.resolve(answer).catch(reportLater);
  };
}

/** A string prop. */
export function textProp(node: DocNode, name: string): string | undefined {
  const value = node.props[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** A number prop. */
export function numberProp(node: DocNode, name: string): number | undefined {
  const value = node.props[name];
  return typeof value === 'number' ? value : undefined;
}

/** Whether a boolean prop is set. */
export function isSet(node: DocNode, name: string): boolean {
  return node.props[name] === true;
}

/** A prop that is a list of objects. */
export function listProp(node: DocNode, name: string): readonly Readonly<Record<string, unknown>>[] {
  const value = node.props[name];
  return Array.isArray(value)
    ? value.filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null)
    : [];
}

/** A function value as something that can be called. */
export function asFunction(value: unknown): ((...given: unknown[]) => unknown) | undefined {
  return typeof value === 'function' ? (value as (...given: unknown[]) => unknown) : undefined;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

/** An app's failing handler is the app's failure: it goes to the browser's console as on Forge. */
function reportLater(error: unknown): void {
  reportError(error);
}

/** Text of a value inside a prop; what is no text, number or boolean is empty. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
