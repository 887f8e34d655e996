// Asks where in its space a page should go.

import Select from '@atlaskit/select';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listContent, movePage } from '../api/content';
import type { Content } from '../api/content';
import { useSpace } from '../spaces/use-space';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';

interface Option<T> {
  readonly label: string;
  readonly value: T;
}

const POSITIONS: readonly Option<'append' | 'before' | 'after'>[] = [
  { label: 'Under it', value: 'append' },
  { label: 'Before it', value: 'before' },
  { label: 'After it', value: 'after' },
];

/** The dialog that moves a page. */
export function MoveDialog(props: {
  readonly content: Content;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const space = useSpace();
  const { data: pages = [] } = useQuery({
    queryKey: ['pages', space.id],
    queryFn: () => listContent('page', space.id, 'current'),
  });
  const [target, setTarget] = useState<Option<string> | null>(null);
  const [position, setPosition] = useState<Option<'append' | 'before' | 'after'> | undefined>(POSITIONS[0]);
  const move = useAction('Could not move the page', () =>
    movePage(props.content.id, position?.value ?? 'append', target?.value ?? ''),
  );
  const options = pages
    .filter((page) => page.id !== props.content.id)
    .map((page) => ({ label: page.title, value: page.id }));
  const submit = async (): Promise<void> => {
    if (await move.run()) props.onClose();
  };
  return (
    <Dialog
      isOpen={props.isOpen}
      title="Move page"
      confirm="Move"
      isConfirmDisabled={target === null}
      isBusy={move.isRunning}
      onConfirm={() => void submit()}
      onClose={props.onClose}
    >
      <Field id="move-target" label="Page">
        <Select
          inputId="move-target"
          options={options}
          value={target}
          onChange={setTarget}
          menuPosition="fixed"
        />
      </Field>
      <Field id="move-position" label="Where">
        <Select
          inputId="move-position"
          options={POSITIONS}
          value={position ?? null}
          onChange={(option) => setPosition(option ?? undefined)}
          menuPosition="fixed"
        />
      </Field>
    </Dialog>
  );
}
