// The warm containers of the app: for each memory size a fixed number, used in turn, replaced when they have died.
// Forge keeps functions of different memory in different Lambdas, so they share nothing here either.

import { createContainer } from './container';
import type { Container } from './container';
import type { ContainerData } from './protocol';

export interface Containers {
  /** An open container for a function of `memoryMB`. */
  next(memoryMB: number): Container;
  /** How many are alive. */
  count(): number;
  dispose(): Promise<void>;
}

export function createContainers(options: {
  readonly program: string;
  readonly data: ContainerData;
  /** Containers for each memory size. */
  readonly perSize: number;
}): Containers {
  const sizes = new Map<number, { slots: (Container | undefined)[]; turn: number }>();
  const retired = new Set<Container>();

  return {
    next(memoryMB) {
      const size = sizes.get(memoryMB) ?? {
        slots: Array<undefined>(options.perSize).fill(undefined),
        turn: 0,
      };
      sizes.set(memoryMB, size);
      const slot = size.turn++ % options.perSize;
      const present = size.slots[slot];
      if (present?.isOpen() === true) return present;
      if (present !== undefined) retired.add(present);
      const made = createContainer({ program: options.program, data: options.data, memoryMB });
      size.slots[slot] = made;
      return made;
    },
    count: () =>
      [...sizes.values()].flatMap((size) => size.slots).filter((slot) => slot?.isOpen() === true).length,
    async dispose() {
      const all = [...sizes.values()].flatMap((size) => size.slots).concat([...retired]);
      await Promise.all(all.map(async (container) => container?.dispose()));
      sizes.clear();
      retired.clear();
    },
  };
}
