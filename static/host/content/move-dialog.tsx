// Asks where in its space a page or another thing of the tree should go.

import Select from '@atlaskit/select';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listContent, movePage } from '../api/content';
import { moveItem } from '../api/site';
import type { TreeItemKind } from '../api/tree-items';
import { useSpace } from '../spaces/use-space';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';

interface Option<T> {
  readonly label: string;
  readonly value: T;
}
type Position = 'append' | 'before' | 'after';

const POSITIONS: readonly Option<Position>[] = [
  { label: 'Under it', value: 'append' },
  { label: 'Before it', value: 'before' },
  { label: 'After it', value: 'after' },
];

/** The dialog that moves something; pages move by REST, the rest by the site's own action. */
export function MoveDialog(props: {
  readonly kind: 'page' | TreeItemKind;
  readonly contentId: string;
  readonly onClose: () => void;
}) {
  const { kind, contentId, onClose } = props;
  const space = useSpace();
  const { data: pages = [] } = useQuery({
    queryKey: ['pages', space.id],
    queryFn: () => listContent('page', space.id, 'current'),
  });
  const [target, setTarget] = useState<Option<string> | null>(null);
  const [position, setPosition] = useState<Option<Position> | undefined>(POSITIONS[0]);
  const move = useAction('Could not move it', (where: Position, targetId: string) =>
    kind === 'page' ? movePage(contentId, where, targetId) : moveItem(kind, contentId, where, targetId),
  );
  const options = pages
    .filter((page) => page.id !== contentId)
    .map((page) => ({ label: page.title, value: page.id }));
  const confirm = async (): Promise<void> => {
    if (target !== null && (await move.run(position?.value ?? 'append', target.value))) onClose();
  };
  return (
    <Dialog
      title="Move"
      confirm="Move"
      isConfirmDisabled={target === null}
      isBusy={move.isRunning}
      onConfirm={() => void confirm()}
      onClose={onClose}
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
