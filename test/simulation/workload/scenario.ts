// What happens in a world beside faults: which rules there are, which events come when. Drawn from the seed.

import { POISON_SHAPES, RULE_SHAPES } from './rule-shapes';
import { HUGE, MANY, WIDE, PAYLOAD_KINDS, POISON_PAYLOADS, payloadOf } from './payloads';
import { WORLD_START } from '../world/world';
import type { Prng } from '../world/prng';
import type { World } from '../world/world';
import type { PayloadKind } from './payloads';
import type { RuleShape } from './rule-shapes';

/** One event to come. */
export interface PlannedEvent {
  readonly at: number;
  readonly payload: unknown;
}

export interface Scenario {
  readonly shapes: readonly RuleShape[];
  readonly events: readonly PlannedEvent[];
  /** When faults stop. */
  readonly healsAt: number;
  /** Whether the rules are found through a stored index, or read one and all. */
  readonly indexed: boolean;
  /** Whether values are weighed. */
  readonly weighs: boolean;
  /** Whether what the app writes comes back as events. */
  readonly echoes: boolean;
}

const MINUTE = 60_000;
const USERS = ['user-1', 'user-2'];

/** The pages of a world. */
export const PAGE_IDS = ['100', '101', '102'];
const TITLES = ['Meeting notes', 'Plan'];

/** Which events a rule listens to, as kinds of payloads. */
const KIND_OF: Readonly<Record<string, PayloadKind>> = {
  'avi:confluence:created:page': 'page',
  'avi:confluence:updated:page': 'update',
  'avi:confluence:created:comment': 'comment',
  'avi:confluence:added:label': 'label',
  'avi:confluence:created:task': 'task',
};

export function drawScenario(world: World): Scenario {
  const { prng } = world;
  const shapes = new Set<RuleShape>();
  const wanted = prng.between(1, 3);
  while (shapes.size < wanted) shapes.add(prng.pick(RULE_SHAPES));
  const poisoned = world.isDrawn('poison: rule', 8);
  const poison = poisoned ? drawPoison(prng) : undefined;
  if (poison !== undefined) {
    shapes.add(poison);
    world.count('poison: rule');
  }
  const healsAt = WORLD_START + prng.pick([10, 20, 60, 180]) * MINUTE;
  const kinds = [...shapes].flatMap(({ when = ['avi:confluence:created:page'] }) =>
    when.flatMap((id) => KIND_OF[id] ?? []),
  );
  const events: PlannedEvent[] = [];
  const count = prng.between(2, 4);
  for (let index = 0; index < count; index++) {
    const at = prng.between(WORLD_START, Math.min(healsAt, WORLD_START + 40 * MINUTE));
    const kind = prng.chance(0.9) ? prng.pick(kinds) : prng.pick(PAYLOAD_KINDS);
    const payload = payloadOf(kind, {
      pageId: prng.pick(PAGE_IDS),
      actor: prng.pick(USERS),
      title: prng.pick(TITLES),
      createdAt: new Date(at).toISOString(),
    });
    events.push({ at, payload: poison === undefined ? payload : grown(payload, poison.id, index) });
  }
  if (world.isDrawn('poison: event', 8)) {
    world.count('poison: event');
    events.push({ at: prng.between(WORLD_START, healsAt), payload: prng.pick(POISON_PAYLOADS) });
  }
  return {
    shapes: [...shapes],
    events,
    healsAt,
    indexed: prng.chance(0.3),
    weighs: poison?.id === 'poison-size' || poison?.id === 'poison-width',
    echoes: [...shapes].some(({ id }) => HEARD.includes(id)),
  };
}

/** Endless templates and large records take a hundred times the work of a world, so they are rare. */
function drawPoison(prng: Prng): RuleShape | undefined {
  const heavy = prng.chance(0.04);
  return prng.pick(POISON_SHAPES.filter(({ id }) => heavy === HEAVY.includes(id)));
}

/** Rules that act in users' names. */
const HEARD = ['chain', 'echo', 'answering', 'as-user', 'as-named'];

const HEAVY = ['poison-template', 'poison-size', 'poison-width'];

/** With what makes a poisoned template endless, or a record too large. */
function grown(payload: object, poison: string, index: number): object {
  const { content } = payload as { readonly content: object };
  if (poison === 'poison-template') return { ...payload, content: { ...content, many: MANY } };
  if (poison === 'poison-size' && index === 0) return { ...payload, content: { ...content, huge: HUGE } };
  if (poison === 'poison-width') return { ...payload, content: { ...content, wide: WIDE } };
  return payload;
}
