// Runs what the view "Automation" of a space asks for. It must not decide anything: state.ts does.

import type { SpaceViewApi } from '../../core/admin/viewer/space-api';
import type { Caller, EffectPorts } from '../machine/ports';
import type { InSpaceEffect, InSpaceEvent } from './state';

/** What the effects use of the outside. */
export interface InSpacePorts {
  readonly call: Caller<SpaceViewApi>;
  readonly timers: EffectPorts['timers'];
}

/** Runs one effect; its answer comes back as an event. */
export async function runInSpaceEffect(
  effect: InSpaceEffect,
  send: (event: InSpaceEvent) => void,
  { call, timers }: InSpacePorts,
): Promise<void> {
  switch (effect.type) {
    case 'load-rules': {
      const { request, search, cursor } = effect;
      const result = await call('spaceRules', {
        ...(search.trim() === '' ? {} : { search }),
        ...pageOf(cursor),
      });
      send({ type: 'rules-loaded', request, result });
      return;
    }
    case 'find-pages': {
      const { request, text } = effect;
      send({ type: 'pages-found', request, result: await call('findPages', { text }) });
      return;
    }
    case 'load-verdicts': {
      const { request, content, cursor } = effect;
      const result = await call('spaceVerdicts', { content, ...pageOf(cursor) });
      send({ type: 'verdicts-loaded', request, result });
      return;
    }
    case 'later':
      timers.set(effect.key, effect.ms, () => send(effect.event));
  }
}

function pageOf(cursor: string | undefined): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}
