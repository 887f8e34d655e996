// Root and fragments: elements that are only their children.

import { drawChildren } from '../draw';
import type { NodeProps } from '../node-props';

/** Draws the children and nothing else. */
export function Fragment({ node }: NodeProps) {
  return <>{drawChildren(node)}</>;
}
