// Saves the settings, and says in the change log what of them changed.

import { shorten } from '../history/change-record';
import { canonicalJson } from '../rules/canonical-json';
import { answer } from './answers';
import type { Settings } from './settings';
import type { AdminResult } from './api/result';
import type { Asked } from './calls/call';

/** Saves them whole. */
export async function saveSettings(settings: Settings, { by, ports }: Asked): Promise<AdminResult<Settings>> {
  const before: Readonly<Record<string, unknown>> = await ports.settings.get();
  await ports.settings.put(settings);
  const words = Object.entries(settings).flatMap(([name, value]) => {
    const [was, is] = [canonicalJson(before[name]), canonicalJson(value)];
    return was === is ? [] : [`${name} is ${is} (was ${was})`];
  });
  const at = new Date(ports.clock.nowMs()).toISOString();
  if (words.length > 0) {
    const id = `${at}:settings:${Math.floor(ports.random.next() * Number.MAX_SAFE_INTEGER).toString(36)}`;
    await ports.history.note({ v: 1, id, at, by, kind: 'settings', words: shorten(words) });
  }
  return answer(settings);
}
