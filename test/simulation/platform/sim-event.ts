// One product event of a world, and what became of its deliveries.

export interface SimEvent {
  readonly index: number;
  /** When it happened. */
  readonly at: number;
  readonly payload: unknown;
  /** Whether an effect of ours made it. */
  readonly isEcho: boolean;
  /** Deliveries that were made, retries included. */
  deliveries: number;
  /** Chains of deliveries that have not ended. */
  open: number;
  /** How its chains ended. */
  readonly ends: ('finished' | 'spent' | 'dropped')[];
}

export function simEvent(index: number, at: number, payload: unknown, isEcho = false): SimEvent {
  return { index, at, payload, isEcho, deliveries: 0, open: 0, ends: [] };
}
