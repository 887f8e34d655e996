// A table with sorting, paging, and elements inside its cells.

import { Button, DynamicTable, Lozenge } from '@forge/react';
import { record } from './record';

const NAMES = ['Cherry', 'Apple', 'Banana'];

export function TableExample() {
  return (
    <DynamicTable
      caption="Fruit table"
      head={{
        cells: [
          { key: 'name', content: 'Name', isSortable: true },
          { key: 'state', content: 'State' },
          { key: 'action', content: 'Action' },
        ],
      }}
      rows={NAMES.map((name) => ({
        key: name,
        cells: [
          { key: name, content: name },
          { key: 'live', content: <Lozenge>Live</Lozenge> },
          {
            key: 'do',
            content: <Button onClick={() => record('DynamicTable.button')(name)}>{`Eat ${name}`}</Button>,
          },
        ],
      }))}
      rowsPerPage={2}
      onSetPage={record('DynamicTable.onSetPage')}
    />
  );
}
