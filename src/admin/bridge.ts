// The page's outside as Forge gives it: the resolver, flags, the Frame's messages, timers, visibility.
// It must not decide anything. The only file of the page that imports @forge/bridge.

import { events, makeInvoke, showFlag } from '@forge/bridge';
import type { AdminApi } from '../core/admin/api';
import type { AdminCaller, EffectPorts } from './machine/ports';
import type { Ears } from './page/app';
import { EVENT_OPTIONS } from './shared/event-options';
import { FROM_FRAME, TO_FRAME, parseFrameReport } from '../core/admin/frame-protocol';
import { words } from './wording';

const invoke = makeInvoke<AdminApi>();

/** Asks the app's resolver. Forge rejects when the function failed or the network did. */
const call: AdminCaller = async (name, payload) => {
  try {
    // DefArguments of a name that is still generic cannot be worked out by the compiler.
    const answer: unknown = await (invoke as (name: string, payload: unknown) => Promise<unknown>)(
      name,
      payload,
    );
    if (isAnswer(answer)) return answer as Awaited<ReturnType<typeof call<typeof name>>>;
    return failed(words.common.unexpectedAnswer);
  } catch (cause) {
    return failed(words.common.unreachable(cause instanceof Error ? cause.message : String(cause)));
  }

  function failed(message: string) {
    return { ok: false, error: { code: 'failed', message } } as ReturnType<AdminApi[typeof name]>;
  }
};

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

function cancel(key: string): void {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
}

let flags = 0;

/** What effects use. */
export const ports: EffectPorts = {
  call,
  timers: {
    set(key, ms, then) {
      cancel(key);
      waiting.set(
        key,
        setTimeout(() => {
          waiting.delete(key);
          then();
        }, ms),
      );
    },
    cancel,
  },
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

function isAnswer(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'data' in answer : answer.ok === false && 'error' in answer;
}
