// How one run came out of one invocation: what is left to do with it, and when.

import type { Run } from './run';

export type Performed =
  /** Nothing more will happen to it, or somebody else sees to it. */
  | { readonly kind: 'over' }
  /** A step waits until `dueMs`. */
  | { readonly kind: 'waiting'; readonly run: Run; readonly dueMs: number; readonly rateLimited: boolean }
  /** The invocation had no time left for it. */
  | { readonly kind: 'handed-over'; readonly id: string; readonly serialKey?: string }
  /** Its record could not be read or written, or somebody else has it for now: to be taken up after `atMs`. */
  | {
      readonly kind: 'later';
      readonly id: string;
      readonly atMs: number;
      readonly serialKey?: string;
    };
