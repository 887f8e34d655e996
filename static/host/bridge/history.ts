// `view.createHistory()`: a history of the app's own addresses, which live under the page's. It has the methods
// of the `history` package's version 4 that @forge/bridge and the usual routers call.

/** A place in the app. */
interface AppLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
  readonly key: string;
}

type Move = 'PUSH' | 'REPLACE' | 'POP';
type Listener = (location: AppLocation, action: Move) => void;
type Target = string | Partial<AppLocation>;

/** What `createHistory` answers. */
export interface AppHistory {
  action: Move;
  location: AppLocation;
  readonly push: (to: Target, state?: unknown) => void;
  readonly replace: (to: Target, state?: unknown) => void;
  readonly go: (steps: number) => void;
  readonly goBack: () => void;
  readonly goForward: () => void;
  readonly back: () => void;
  readonly forward: () => void;
  readonly createHref: (to: Target) => string;
  readonly listen: (listener: Listener) => () => void;
}

/** A history whose root `/` is `basePath` of the page. */
export function createHistory(basePath: string): AppHistory {
  const listeners = new Set<Listener>();
  const tell = (action: Move): void => {
    history.action = action;
    history.location = currentLocation(basePath);
    for (const listener of [...listeners]) listener(history.location, action);
  };
  const move =
    (action: 'PUSH' | 'REPLACE') =>
    (to: Target, state?: unknown): void => {
      const href = hrefOf(basePath, to);
      const kept = state ?? (typeof to === 'object' ? to.state : undefined) ?? null;
      if (action === 'PUSH') window.history.pushState(kept, '', href);
      else window.history.replaceState(kept, '', href);
      tell(action);
    };
  const history: AppHistory = {
    action: 'POP',
    location: currentLocation(basePath),
    push: move('PUSH'),
    replace: move('REPLACE'),
    go: (steps) => window.history.go(steps),
    goBack: () => window.history.back(),
    goForward: () => window.history.forward(),
    back: () => window.history.back(),
    forward: () => window.history.forward(),
    createHref: (to) => hrefOf(basePath, to),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  window.addEventListener('popstate', () => tell('POP'));
  return history;
}

function currentLocation(basePath: string): AppLocation {
  const { pathname, search, hash } = window.location;
  const inside = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : '';
  const state: unknown = window.history.state;
  return { pathname: inside === '' ? '/' : inside, search, hash, state, key: 'default' };
}

function hrefOf(basePath: string, to: Target): string {
  const path = typeof to === 'string' ? to : `${to.pathname ?? '/'}${to.search ?? ''}${to.hash ?? ''}`;
  return `${basePath}${path.startsWith('/') ? path : `/${path}`}`;
}
