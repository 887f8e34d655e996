// What the bridge needs of the page that holds the app: one interface, so that the commands know no React.

import type { JsonObject } from '../../../src/core/json';
import type { EventBus } from './event-bus';

/** A flag as apps describe it. */
export interface AppFlag {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'info' | 'success' | 'warning' | 'error';
  readonly isAutoDismiss?: boolean;
  readonly actions?: readonly { readonly text: string; readonly onClick: () => void }[];
}

/** A dialog with one of the app's resources in it. */
export interface AppDialog {
  readonly resource: string | null;
  readonly title: string;
  readonly size: string;
  readonly context: unknown;
  readonly onClose: (payload: unknown) => void;
}

/** The page that holds an app. */
export interface BridgeHost {
  /** Key of the manifest module that is shown. */
  readonly moduleKey: string;
  /** Where the module's own addresses begin, for `createHistory`. */
  readonly basePath: string;
  /** What Confluence tells the module of where it stands. */
  readonly extension: () => JsonObject;
  readonly events: EventBus;
  readonly navigate: (address: string, isNewTab: boolean) => void;
  readonly showFlag: (flag: AppFlag) => void;
  readonly closeFlag: (id: string) => void;
  readonly openDialog: (dialog: AppDialog) => void;
  /** Closes the dialog that is open, else the one that the module is in; false when there is none. */
  readonly closeDialog: (payload: unknown) => boolean;
  readonly reportFailure: (message: string) => void;
  /** Asks the user to let the app reach these addresses; false when they do not. */
  readonly askEgress: (
    addresses: readonly { readonly domain: string; readonly description: string }[],
  ) => Promise<boolean>;
}

/** One window of the app: its UI Kit page, or a Custom UI resource in a frame. */
export interface BridgeWindow {
  readonly window: Window;
  /** Gets each document to draw; only UI Kit pages send any. */
  readonly reconcile?: (forgeDoc: unknown) => void;
  /** Added to `extension` of the context, for resources in dialogs. */
  readonly dialogContext?: unknown;
}

/** What an app's window finds as `__bridge`. */
export interface Bridge {
  readonly callBridge: (command: string, data?: unknown) => Promise<unknown>;
}
