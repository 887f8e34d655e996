// The time as Forge's machine has it. Nothing else in this ring asks for it.

import type { Clock } from '../core/ports';

export const clock: Clock = { nowMs: () => Date.now() };
