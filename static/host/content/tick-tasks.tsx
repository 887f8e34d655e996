// Lets the tasks in the body of a page be ticked.

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ContentKind } from '../api/content';
import { listTasks, setTaskDone } from '../api/page-settings';
import { useAction } from '../state/use-action';
import { TickTaskContext } from '../storage/task-item';

/** Makes the tasks inside tickable. */
export function TickTasks(props: {
  readonly kind: ContentKind;
  readonly contentId: string;
  readonly children: ReactNode;
}) {
  const { kind, contentId } = props;
  const { data: tasks = [] } = useQuery({
    queryKey: ['tasks', kind, contentId],
    queryFn: () => listTasks(kind, contentId),
  });
  const set = useAction('Could not change the task', setTaskDone);
  return (
    <TickTaskContext.Provider
      value={(localId, done) => {
        const task = tasks.find((candidate) => candidate.localId === localId);
        if (task !== undefined) void set.run(task.id, done);
      }}
    >
      {props.children}
    </TickTaskContext.Provider>
  );
}
