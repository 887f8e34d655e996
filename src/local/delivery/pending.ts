// Everything that waits to be done, on disk and in order of due time. A piece of work is stored before its time
// comes and leaves only when its end is stored with what follows, so a killed host does it again after the restart.
// It must not know what the work is.

import type { Clock } from '../clock/clock';
import type { Store } from '../store/store';
import type { Work } from './work';

export interface Pending {
  /** Stores new work; resolves once it is on disk. `also` runs in the same transaction. */
  add(works: readonly Work[], also?: () => void): Promise<void>;
  /** Stores that `done` has ended, with what takes its place; `also` runs in the same transaction. */
  settle(done: Work, next: Work | undefined, also?: () => void): Promise<void>;
  /** Takes work back that has not begun. */
  withdraw(works: readonly Work[], also?: () => void): Promise<void>;
  /** In order of due time, what is being done at the moment included. */
  list(): readonly Work[];
  /** Starts the timers of what is stored, with `perform` as the work. Once. */
  start(perform: (work: Work) => Promise<void>): void;
}

type DueKey = [dueMs: number, id: string];

export function createPending(options: { store: Store; clock: Clock; onChange: () => void }): Pending {
  const { store, clock, onChange } = options;
  const table = store.table<Work>('pending');
  const works = new Map<string, { readonly work: Work; readonly cancel: () => void }>();
  let performWork: (work: Work) => Promise<void> = () => Promise.resolve();

  function schedule(work: Work): void {
    const cancel = clock.at(work.dueMs, () => performWork(work));
    works.set(work.id, { work, cancel });
  }

  function drop(work: Work): void {
    works.get(work.id)?.cancel();
    works.delete(work.id);
  }

  return {
    async add(added, also) {
      if (added.length === 0) return;
      await store.transaction(() => {
        for (const work of added) table.put(dueKey(work), work);
        also?.();
      });
      for (const work of added) schedule(work);
      onChange();
    },
    async settle(done, next, also) {
      await store.transaction(() => {
        table.remove(dueKey(done));
        if (next !== undefined) table.put(dueKey(next), next);
        also?.();
      });
      drop(done);
      if (next !== undefined) schedule(next);
      onChange();
    },
    async withdraw(withdrawn, also) {
      await store.transaction(() => {
        for (const work of withdrawn) table.remove(dueKey(work));
        also?.();
      });
      for (const work of withdrawn) drop(work);
      onChange();
    },
    list: () => [...works.values()].map(({ work }) => work).sort((a, b) => a.dueMs - b.dueMs),
    start(perform) {
      performWork = perform;
      for (const { value } of [...table.range()]) schedule(value);
    },
  };
}

function dueKey(work: Work): DueKey {
  return [work.dueMs, work.id];
}
