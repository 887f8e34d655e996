// How delivery may misbehave when asked to: late, twice, out of order. Repeatable: it follows from a seed.

/** What may be asked of the delivery of product events. */
export interface DeliveryOptions {
  /** Host time before the first attempt of each delivery. @default 0 */
  readonly delayMs?: number;
  /** How many more times each event is delivered. @default 0 */
  readonly duplicates?: number;
  /** Host time between one delivery and its duplicate. @default 0 */
  readonly duplicateGapMs?: number;
  /** Adds to each delivery a delay between 0 and `windowMs` that follows from `seed`, so that events overtake. */
  readonly reorder?: { readonly windowMs: number; readonly seed: number };
}

/** Tells the delays of the deliveries of the next event: one number for each delivery, in ms from now. */
export function createDelays(options: () => DeliveryOptions): () => readonly number[] {
  let deliveries = 0;
  return () => {
    const { delayMs = 0, duplicates = 0, duplicateGapMs = 0, reorder } = options();
    return Array.from({ length: duplicates + 1 }, (_, copy) => {
      const shuffle =
        reorder === undefined ? 0 : Math.floor(fraction(reorder.seed, ++deliveries) * reorder.windowMs);
      return delayMs + copy * duplicateGapMs + shuffle;
    });
  };
}

/** The `n`th number in [0, 1) of the sequence `seed`: a mixing step of splitmix32. */
function fraction(seed: number, n: number): number {
  let x = (seed + Math.imul(n, 0x9e3779b9)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}
