// Runs what the activity view asks for. It must not decide anything: state.ts does.

import { runCommonEffect } from '../machine/common-effects';
import type { EffectPorts } from '../machine/ports';
import { toLetters, toRunFilter } from './filter';
import type { ActivityEffect, ActivityEvent } from './state';

/** What the chart spans: a day. */
const CHART_HOURS = 24;

/** Runs one effect of the activity view; its answer comes back as an event. */
export async function runActivityEffect(
  effect: ActivityEffect,
  send: (event: ActivityEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'load-runs': {
      const { request, rule, more, cursor } = effect;
      const result = await ports.call('listRuns', {
        ...toRunFilter(rule, more, Date.now()),
        ...(cursor === undefined ? {} : { cursor }),
      });
      send({ type: 'loaded', request, result });
      return;
    }
    case 'load-run':
      send({
        type: 'run-loaded',
        request: effect.request,
        result: await ports.call('openRun', { id: effect.id }),
      });
      return;
    case 'load-hours':
      send({ type: 'hours-loaded', result: await ports.call('listHours', { hours: CHART_HOURS }) });
      return;
    case 'do-deed': {
      const { deed, which, rule, more } = effect;
      const letters = 'ids' in which ? which : { ...toLetters(rule, more, Date.now()), ...which };
      const result = await ports.call(deed === 'replay' ? 'replayRuns' : 'dismissRuns', letters);
      send({ type: 'deed-done', result });
      return;
    }
    case 'find-pages': {
      const { request, text } = effect;
      send({ type: 'pages-found', request, result: await ports.call('findContent', { text }) });
      return;
    }
    case 'load-choices':
      send({
        type: 'choices-loaded',
        result: await ports.call('listRules', effect.search === '' ? {} : { search: effect.search }),
      });
      return;
    case 'later':
    case 'cancel':
    case 'flag':
      runCommonEffect(effect, 'activity', send, ports);
  }
}
