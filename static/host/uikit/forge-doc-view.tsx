// Draws a whole ForgeDoc with the table of all components.

import { COMPONENT_TABLE } from './component-table';
import { ComponentTableContext, DrawNode } from './draw';
import type { DocNode } from './forge-doc';

/** The document, drawn. */
export function ForgeDocView({ doc }: { readonly doc: DocNode }) {
  return (
    <ComponentTableContext.Provider value={COMPONENT_TABLE}>
      <div className="uikit" data-uikit-root>
        <DrawNode node={doc} />
      </div>
    </ComponentTableContext.Provider>
  );
}
