// The page's outside as Forge gives it: the resolver, flags, the Frame's messages, timers, visibility.
// It must not decide anything. Beside bridge-call.ts and bridge-egress.ts
// the only file that imports @forge/bridge.

import { events, showFlag } from '@forge/bridge';
import type { AdminApi } from '../core/admin/api';
import { createCaller } from './bridge-call';
import { egress } from './bridge-egress';
import { createTimers } from './machine/timers';
import type { EffectPorts } from './machine/ports';
import type { Ears } from './page/app';
import { EVENT_OPTIONS } from './shared/event-options';
import { FROM_FRAME, TO_FRAME, parseFrameReport } from '../core/admin/frame-protocol';

/** Asks the app's resolver. */
const call = createCaller<AdminApi>();

let flags = 0;

/** What effects use. */
export const ports: EffectPorts = {
  call,
  egress,
  timers: createTimers(),
  flag({ tone, title, description }) {
    flags += 1;
    showFlag({
      id: `rulewright-${flags}`,
      type: tone,
      title,
      ...(description === undefined ? {} : { description }),
      isAutoDismiss: tone !== 'error',
    });
  },
  frame(command) {
    void events.emit(TO_FRAME, command);
  },
  events: EVENT_OPTIONS,
};

/** What the page hears. */
export const ears: Ears = {
  onFrameReport(hear) {
    const subscribed = events.on(FROM_FRAME, (payload: unknown) => {
      const report = parseFrameReport(payload);
      if (report !== undefined) hear(report);
    });
    return () => void subscribed.then((subscription) => subscription.unsubscribe());
  },
  onVisibility(hear) {
    // UI Kit code runs in a window of its own; where it has no document there is nothing to hear.
    const page = (globalThis as { document?: Document }).document;
    if (page === undefined) return () => undefined;
    const changed = () => hear(page.visibilityState === 'visible');
    page.addEventListener('visibilitychange', changed);
    return () => page.removeEventListener('visibilitychange', changed);
  },
};
