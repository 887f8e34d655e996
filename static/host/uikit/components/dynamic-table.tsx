// DynamicTable: the library turns its head and rows into elements inside the app; here they become Atlaskit's
// props again.

import AtlaskitDynamicTable from '@atlaskit/dynamic-table';
import type { ComponentProps } from 'react';
import { drawChildren, drawSlot, nodeText, wrapped } from '../draw';
import type { DocNode } from '../forge-doc';
import { givenHandlers, givenProps, isSet, textProp } from '../node-props';
import type { NodeProps } from '../node-props';

type TableProps = ComponentProps<typeof AtlaskitDynamicTable>;
type Head = NonNullable<TableProps['head']>;
type Row = NonNullable<TableProps['rows']>[number];

/** Draws `DynamicTable`. */
export function DynamicTable({ node }: NodeProps) {
  const head = wrapped(node, 'head');
  const rows = wrapped(node, 'rows');
  const emptyView = drawSlot(node.props['emptyView']);
  const props = givenProps<TableProps>(node, [
    'defaultPage',
    'defaultSortKey',
    'defaultSortOrder',
    'highlightedRowIndex',
    'isFixedSize',
    'isLoading',
    'isRankable',
    'label',
    'loadingSpinnerSize',
    'page',
    'paginationi18n',
    'rowsPerPage',
    'sortKey',
    'sortOrder',
    'testId',
  ]);
  return (
    <div className="uikit-table">
      <AtlaskitDynamicTable
        {...props}
        {...givenHandlers(node, ['onSetPage', 'onSort', 'onRankStart', 'onRankEnd'])}
        {...(textProp(node, 'caption') === undefined ? {} : { caption: textProp(node, 'caption') })}
        {...(head.length === 0 ? {} : { head: { cells: head.map(headCell) } })}
        rows={rows.map(tableRow)}
        emptyView={<>{emptyView}</>}
      />
    </div>
  );
}

function headCell(cell: DocNode): Head['cells'][number] {
  return {
    ...givenProps<Head['cells'][number]>(cell, ['colSpan', 'isSortable', 'shouldTruncate', 'width']),
    key: textProp(cell, 'cellKey') ?? cell.key,
    content: drawChildren(cell),
  };
}

function tableRow(row: DocNode): Row {
  return {
    key: textProp(row, 'rowKey') ?? row.key,
    isHighlighted: isSet(row, 'isHighlighted'),
    cells: row.children
      .filter((cell) => cell.type === 'Cell')
      .map((cell) => ({
        ...givenProps<Row['cells'][number]>(cell, ['colSpan']),
        // Sorted by its key; without one by what it says, as one would expect of a column of words.
        key: textProp(cell, 'cellKey') ?? nodeText(cell),
        content: drawChildren(cell),
      })),
  };
}
