// A plain table of facts that scrolls sideways where it does not fit.

import type { ReactNode } from 'react';

/** One row of a table. */
export interface FactRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

/** The table. */
export function FactTable(props: { readonly head: readonly string[]; readonly rows: readonly FactRow[] }) {
  return (
    <div className="fact-table" tabIndex={0} role="region" aria-label="Table">
      <table>
        <thead>
          <tr>
            {props.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
