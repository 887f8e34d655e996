// Host time as the app's containers read it, without a message: two numbers in shared memory. The clock writes them,
// a container's `Date` reads them. It must not decide how time moves.

/** Layout of the shared memory, in float64 slots. */
const BASE = 0;
const RUNNING = 1;
const SLOTS = 2;

export interface SharedTime {
  readonly buffer: SharedArrayBuffer;
  /** `baseMs` is the host time itself when it stands, or what is added to real time when it runs. */
  write(baseMs: number, running: boolean): void;
}

export function createSharedTime(): SharedTime {
  const buffer = new SharedArrayBuffer(SLOTS * Float64Array.BYTES_PER_ELEMENT);
  const slots = new Float64Array(buffer);
  return {
    buffer,
    write(baseMs, running) {
      slots[BASE] = baseMs;
      slots[RUNNING] = running ? 1 : 0;
    },
  };
}

/** Reads host time in another thread; `realNow` is that thread's own `Date.now`. */
export function readSharedTime(buffer: SharedArrayBuffer, realNow: () => number): () => number {
  const slots = new Float64Array(buffer);
  return () => (slots[BASE] ?? 0) + (slots[RUNNING] === 1 ? realNow() : 0);
}
