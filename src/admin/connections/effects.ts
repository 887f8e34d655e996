// Runs what the connections ask for. It must not decide anything: state.ts does.

import { runCommonEffect } from '../machine/common-effects';
import type { EffectPorts } from '../machine/ports';
import type { ConnectionsEffect, ConnectionsEvent } from './state';

/** Runs one effect of the connections; its answer comes back as an event. */
export async function runConnectionsEffect(
  effect: ConnectionsEffect,
  send: (event: ConnectionsEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'load': {
      const listed = ports.call('listConnections', {});
      send({ type: 'allowed-listed', result: await ports.egress.list() });
      send({ type: 'listed', result: await listed });
      return;
    }
    case 'save': {
      const { name, url, secret } = effect.draft;
      const connection = { name: name.trim(), url: url.trim(), ...(secret === '' ? {} : { secret }) };
      const result = await ports.call('saveConnection', connection);
      send({ type: 'saved', name: connection.name, url: connection.url, result });
      return;
    }
    case 'delete': {
      const { name } = effect;
      send({ type: 'deleted', name, result: await ports.call('deleteConnection', { name }) });
      return;
    }
    case 'allow': {
      const { address } = effect;
      send({ type: 'allow-answered', address, result: await ports.egress.allow(address) });
      return;
    }
    case 'forget': {
      const { address } = effect;
      send({ type: 'forgotten', address, result: await ports.egress.forget(address) });
      return;
    }
    case 'later':
    case 'cancel':
    case 'flag':
      runCommonEffect(effect, 'connections', send, ports);
  }
}
