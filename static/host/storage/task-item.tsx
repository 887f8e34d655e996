// A task in a body. Whether it can be ticked is decided by who draws the body.

import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';

/** Ticks the task with that id in its body. */
export type TickTask = (localId: string, done: boolean) => void;

/** Carries the ticking to the tasks of a body; without it they only show how they stand. */
export const TickTaskContext = createContext<TickTask | undefined>(undefined);

/** One task. */
export function TaskItem(props: {
  readonly localId: string | undefined;
  readonly isDone: boolean;
  readonly children: ReactNode;
}) {
  const { localId, isDone } = props;
  const tick = useContext(TickTaskContext);
  return (
    <li className={isDone ? 'storage-task is-done' : 'storage-task'}>
      <label>
        <input
          type="checkbox"
          checked={isDone}
          disabled={tick === undefined || localId === undefined}
          onChange={(event) => {
            if (localId !== undefined) tick?.(localId, event.currentTarget.checked);
          }}
        />
        <span>{props.children}</span>
      </label>
    </li>
  );
}
