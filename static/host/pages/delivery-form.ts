// What a filled delivery form means to the host (docs/host-api.md, "Catalogue and delivery"), and the present
// delivery in words. Pure.

import type { Delivery } from '../api/delivery';

/** What is typed into the form; empty is off. */
export interface DeliveryForm {
  readonly delay: string;
  readonly duplicates: string;
  readonly gap: string;
  readonly window: string;
}

const MS_PER_SECOND = 1000;
/** Disorder follows from a seed; one is as good as another to look at. */
const SEED = 1;

/** The delivery that the form asks for. */
export function deliveryOf(form: DeliveryForm): Delivery {
  const delay = amount(form.delay);
  const duplicates = amount(form.duplicates);
  const gap = amount(form.gap);
  const window = amount(form.window);
  return {
    ...(delay > 0 ? { delayMs: delay * MS_PER_SECOND } : {}),
    ...(duplicates > 0 ? { duplicates: Math.floor(duplicates) } : {}),
    ...(gap > 0 ? { duplicateGapMs: gap * MS_PER_SECOND } : {}),
    ...(window > 0 ? { reorder: { windowMs: window * MS_PER_SECOND, seed: SEED } } : {}),
  };
}

/** The delivery in a few words. */
export function describeDelivery(delivery: Delivery): string {
  const { delayMs, duplicates, reorder } = delivery;
  const parts = [
    delayMs === undefined ? '' : `${delayMs / MS_PER_SECOND} s late`,
    duplicates === undefined ? '' : `${duplicates + 1} times each`,
    reorder === undefined ? '' : 'out of order',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'at once and once each' : parts.join(', ');
}

function amount(text: string): number {
  return Math.max(0, Number(text) || 0);
}
