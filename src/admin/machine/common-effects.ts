// Runs the effects that every part of the page shares. It must not know any part's events.

import type { EffectPorts } from './ports';
import type { CommonEffect } from './transition';

/** Runs a timer or flag effect; `scope` keeps the timers of two parts apart. */
export function runCommonEffect<Event>(
  effect: CommonEffect<Event>,
  scope: string,
  send: (event: Event) => void,
  ports: Pick<EffectPorts, 'timers' | 'flag'>,
): void {
  switch (effect.type) {
    case 'later':
      ports.timers.set(`${scope}:${effect.key}`, effect.ms, () => {
        send(effect.event);
      });
      return;
    case 'cancel':
      ports.timers.cancel(`${scope}:${effect.key}`);
      return;
    case 'flag':
      ports.flag({
        tone: effect.tone,
        title: effect.title,
        ...(effect.description === undefined ? {} : { description: effect.description }),
      });
  }
}
