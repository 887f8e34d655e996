// Runs what the view "Why not?" asks for. It must not decide anything: state.ts does.

import type { EffectPorts } from '../machine/ports';
import type { WhyNotEffect, WhyNotEvent } from './state';

/** Runs one effect; its answer comes back as an event. */
export async function runWhyNotEffect(
  effect: WhyNotEffect,
  send: (event: WhyNotEvent) => void,
  { call, timers }: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'load-events': {
      const { request, filter, cursor } = effect;
      send({
        type: 'events-loaded',
        request,
        result: await call('listEvents', { ...filter, ...pageOf(cursor) }),
      });
      return;
    }
    case 'find-pages': {
      const { request, text } = effect;
      send({ type: 'pages-found', request, result: await call('findContent', { text }) });
      return;
    }
    case 'load-verdicts': {
      const { request, question, cursor } = effect;
      const result =
        question.about === 'event'
          ? await call('whyNot', { eventKey: question.event.eventKey, ...pageOf(cursor) })
          : await call('whyNotNext', { content: question.page.id, ...pageOf(cursor) });
      send({ type: 'verdicts-loaded', request, result });
      return;
    }
    case 'later':
      timers.set(`why-not:${effect.key}`, effect.ms, () => send(effect.event));
  }
}

function pageOf(cursor: string | undefined): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}
