// How the host delivers product events (docs/host-api.md, "Catalogue and delivery"). No state, no rendering.

import * as v from 'valibot';
import { ask, send } from './http';

const deliverySchema = v.object({
  delayMs: v.optional(v.number()),
  duplicates: v.optional(v.number()),
  duplicateGapMs: v.optional(v.number()),
  reorder: v.optional(v.object({ windowMs: v.number(), seed: v.number() })),
});

/** How product events are delivered; what is absent is off. */
export type Delivery = v.InferOutput<typeof deliverySchema>;

/** How product events are delivered now. */
export const readDelivery = () => ask(deliverySchema, 'GET', '/_host/api/delivery');

/** Changes how product events are delivered from now on. */
export const changeDelivery = (delivery: Delivery) => send('POST', '/_host/api/delivery', delivery);
