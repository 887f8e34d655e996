// Chooses the status of a page, such as "In progress".

import { RadioGroup } from '@atlaskit/radio';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listStates, readState, setState } from '../api/page-settings';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import type { ContentDialogProps } from './action-dialogs';

const NONE = 'No status';

/** The dialog that sets the status. */
export function StatusDialog({ content, onClose }: ContentDialogProps) {
  const { data: states = [] } = useQuery({
    queryKey: ['states', content.id],
    queryFn: () => listStates(content.id),
  });
  const { data: current } = useQuery({
    queryKey: ['state', content.id],
    queryFn: () => readState(content.id),
  });
  const [chosen, setChosen] = useState<string>();
  const value = chosen ?? current?.name ?? NONE;
  const save = useAction('Could not set the status', () =>
    setState(
      content.id,
      states.find((state) => state.name === value),
    ),
  );
  const confirm = async (): Promise<void> => {
    if (await save.run()) onClose();
  };
  return (
    <Dialog
      title="Set status"
      confirm="Set"
      isBusy={save.isRunning}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <RadioGroup
        value={value}
        options={[NONE, ...states.map((state) => state.name)].map((name) => ({
          name: 'status',
          value: name,
          label: name,
        }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
    </Dialog>
  );
}
