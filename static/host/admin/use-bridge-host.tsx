// Makes the page that holds the app out of React's parts: flags, navigation, dialogs. The host it answers stays
// the same for the life of the page, so that the app is started once.

import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { JsonObject } from '../../../src/core/json';
import type { EgressQuestion } from './egress-question';
import type { AppDialog, AppFlag, BridgeHost } from '../bridge/bridge-host';
import { createBridge } from '../bridge/commands';
import { createEventBus } from '../bridge/event-bus';
import { currentColorMode, subscribeToTheme } from '../state/theme';
import { useNotify } from '../ui/flags';

/** The host, what is open in it, and what went wrong. */
export interface BridgeHostState {
  readonly host: BridgeHost;
  readonly dialog: AppDialog | undefined;
  readonly failures: readonly string[];
  readonly egress: EgressQuestion | undefined;
}

/** Where a module of the app stands. */
export interface AppPlace {
  readonly moduleKey: string;
  /** Where the module's own addresses begin. */
  readonly basePath: string;
  /** What Confluence tells the module of where it stands, such as the id of the content. */
  readonly extension?: JsonObject;
  /** Closes the dialog that the module is in. */
  readonly onClose?: () => void;
}

/** The host of one module of the app. */
export function useBridgeHost(place: AppPlace): BridgeHostState {
  const { moduleKey, basePath } = place;
  const notify = useNotify();
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<AppDialog>();
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [egress, setEgress] = useState<EgressQuestion>();
  const latest = useRef({ notify, navigate, dialog, place });
  latest.current = { notify, navigate, dialog, place };
  const host = useMemo<BridgeHost>(() => {
    const closers = new Map<string, () => void>();
    return {
      moduleKey,
      basePath,
      extension: () => latest.current.place.extension ?? {},
      events: createEventBus(),
      navigate: (address, isNewTab) => {
        const url = new URL(address, location.href);
        if (isNewTab) window.open(url, '_blank', 'noopener');
        else if (url.origin === location.origin)
          latest.current.navigate(`${url.pathname}${url.search}${url.hash}`);
        else location.assign(url);
      },
      showFlag: (flag) => closers.set(flag.id, latest.current.notify(noticeOf(flag))),
      closeFlag: (id) => closers.get(id)?.(),
      openDialog: setDialog,
      closeDialog: (payload) => {
        const open = latest.current.dialog;
        setDialog(undefined);
        open?.onClose(payload);
        if (open !== undefined) return true;
        latest.current.place.onClose?.();
        return latest.current.place.onClose !== undefined;
      },
      askEgress: (addresses) =>
        new Promise<boolean>((resolve) => {
          const answer = (allowed: boolean): void => {
            setEgress(undefined);
            resolve(allowed);
          };
          setEgress({ addresses, answer });
        }),
      reportFailure: (message) => {
        setFailures((earlier) => (earlier.includes(message) ? earlier : [...earlier, message]));
      },
    };
  }, [moduleKey, basePath]);
  useConnectFrames(host, dialog);
  useEffect(
    () =>
      subscribeToTheme(() => {
        const theme = { colorMode: currentColorMode(), light: 'light', dark: 'dark', spacing: 'spacing' };
        host.events.emit('FORGE_CORE_THEME_CHANGED', { theme });
      }),
    [host],
  );
  return { host, dialog, failures, egress };
}

/** Lets Custom UI frames on the page find their bridge (the loader in front of their files asks for it). */
function useConnectFrames(host: BridgeHost, dialog: AppDialog | undefined): void {
  useEffect(() => {
    const connect = (frame: Window, resource: string): object =>
      createBridge(host, {
        window: frame,
        ...(dialog?.resource === resource ? { dialogContext: dialog.context } : {}),
      });
    Object.assign(window, { __rulewrightBridge: connect });
    return () => void Reflect.deleteProperty(window, '__rulewrightBridge');
  }, [host, dialog]);
}

function noticeOf(flag: AppFlag): Parameters<ReturnType<typeof useNotify>>[0] {
  return {
    id: flag.id,
    appearance: flag.type ?? 'info',
    title: flag.title ?? '',
    ...(flag.description === undefined ? {} : { description: flag.description }),
    // Forge's flags stay until dismissed unless told otherwise.
    isAutoDismiss: flag.isAutoDismiss ?? false,
    actions: (flag.actions ?? []).map(({ text, onClick }) => ({ content: text, onClick })),
  };
}
