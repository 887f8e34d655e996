// The commands of @forge/bridge, as Confluence would answer them. A command that is not here is refused by name
// and shown on the page; none is ever silently accepted.

import { invokeResolver, readContext } from '../api/host';
import { currentColorMode } from '../state/theme';
import type { Bridge, BridgeHost, BridgeWindow } from './bridge-host';
import { egressCommands } from './egress';
import { createHistory } from './history';
import { addressOf } from './locations';
import { fetchProduct } from './product-fetch';
import { readDialog, readFlag } from './read-command';
import { enableTheming } from './theming';

type Command = (data: unknown) => unknown;

/** The bridge for one window of the app. */
export function createBridge(host: BridgeHost, client: BridgeWindow): Bridge {
  const commands: Readonly<Record<string, Command>> = {
    ...documentCommands(host, client),
    ...eventCommands(host, client),
    ...pageCommands(host),
    ...windowCommands(host, client),
    ...egressCommands(host),
  };
  return {
    callBridge: (command, data) => {
      const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
      if (run === undefined) {
        const message = `Not emulated: the bridge command "${command}"`;
        host.reportFailure(message);
        return Promise.reject(new Error(message));
      }
      // Inside a promise, so that a command's own failure is a rejection too.
      return Promise.resolve(data).then(run);
    },
  };
}

function documentCommands(host: BridgeHost, client: BridgeWindow): Record<string, Command> {
  return {
    reconcile: (data) => client.reconcile?.(field(data, 'forgeDoc')),
    onError: (data) => host.reportFailure(`The app failed: ${String(field(data, 'error'))}`),
    emitReadyEvent: () => undefined,
    invoke: async (data) => {
      const body = await invokeResolver(
        host.moduleKey,
        String(field(data, 'functionKey')),
        field(data, 'payload'),
        host.extension(),
      );
      return field(data, 'metadata') === undefined ? body : { body, metadata: {} };
    },
    fetchProduct: (data) => fetchProduct(data),
    getContext: async () => {
      const context = await readContext(host.moduleKey);
      const theme = { colorMode: currentColorMode(), light: 'light', dark: 'dark', spacing: 'spacing' };
      const base = typeof context === 'object' && context !== null ? context : {};
      const known = field(base, 'extension');
      const extension = { ...host.extension(), ...(typeof known === 'object' ? known : {}) };
      const modal = client.dialogContext === undefined ? {} : { modal: client.dialogContext };
      return { ...base, theme, extension: { ...extension, ...modal } };
    },
  };
}

function eventCommands(host: BridgeHost, client: BridgeWindow): Record<string, Command> {
  const on: Command = (data) => {
    const callback = field(data, 'callback');
    if (typeof callback !== 'function') throw new Error('Failed to listen: no callback was given.');
    const subscription = host.events.on(String(field(data, 'event')), (payload) => {
      // A frame that was taken off the page does not say so; its window tells.
      if (client.window.closed) subscription.unsubscribe();
      else Reflect.apply(callback, undefined, [payload]);
    });
    return subscription;
  };
  const emit: Command = (data) => host.events.emit(String(field(data, 'event')), field(data, 'payload'));
  return { on, emit, onPublic: on, emitPublic: emit };
}

function pageCommands(host: BridgeHost): Record<string, Command> {
  return {
    showFlag: (data) => {
      host.showFlag(readFlag(data));
      return true;
    },
    closeFlag: (data) => {
      host.closeFlag(String(field(data, 'id')));
      return true;
    },
    navigate: async (data) => {
      const url = field(data, 'url');
      const address = typeof url === 'string' ? url : await addressOf(data);
      host.navigate(address, field(data, 'type') === 'new-tab');
    },
    getUrl: async (data) => new URL(await addressOf(data), location.origin).href,
    reload: () => location.reload(),
    refresh: () => location.reload(),
    createHistory: () => createHistory(host.basePath),
    openModal: (data) => {
      host.openDialog(readDialog(data));
      return true;
    },
    close: (payload) => host.closeDialog(payload),
    submit: () => false,
    open: () => false,
    changeWindowTitle: (title) => {
      document.title = String(title);
    },
  };
}

function windowCommands(host: BridgeHost, client: BridgeWindow): Record<string, Command> {
  return {
    enableTheming: () => enableTheming(client.window),
    // Called when the view closes; nothing here closes a view other than by leaving the page.
    onClose: (callback) => {
      if (typeof callback === 'function') {
        client.window.addEventListener('pagehide', () => void Reflect.apply(callback, undefined, []));
      }
      return true;
    },
    getFrameId: () => host.moduleKey,
    isRovoEnabled: () => false,
    getCookieConsentPreferences: () => undefined,
  };
}

function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
}
