// Runs a UI Kit page's bundle in a hidden window of its own, as Forge does, with the bridge in place before it
// starts. It must not draw anything: the bundle sends documents to draw over the bridge.

import type { Bridge } from '../bridge/bridge-host';

/** A running bundle; `dispose` ends it. */
export interface AppWindow {
  readonly dispose: () => void;
}

/** Starts the script at `source`; `connect` makes the bridge for the new window. */
export function openAppWindow(
  source: string,
  connect: (window: Window) => Bridge,
  onFailure: (message: string) => void,
): AppWindow {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'App';
  frame.setAttribute('aria-hidden', 'true');
  frame.srcdoc = '<!doctype html><title>App</title><body></body>';
  frame.addEventListener(
    'load',
    () => {
      const inside = frame.contentWindow;
      const page = frame.contentDocument;
      if (inside === null || page === null) return;
      Object.assign(inside, { __bridge: connect(inside) });
      inside.addEventListener('error', (event) => onFailure(event.message));
      inside.addEventListener('unhandledrejection', (event) => onFailure(reasonText(event.reason)));
      const script = page.createElement('script');
      script.src = source;
      script.addEventListener('error', () => onFailure(`${source} could not be loaded.`));
      page.body.append(script);
    },
    { once: true },
  );
  document.body.append(frame);
  return { dispose: () => frame.remove() };
}

function reasonText(reason: unknown): string {
  if (typeof reason === 'object' && reason !== null && 'message' in reason) return String(reason.message);
  return String(reason);
}
