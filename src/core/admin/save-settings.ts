// Saves the settings, and says in the change log what of them changed.

import { shorten } from '../history/change-record';
import { canonicalJson } from '../rules/canonical-json';
import { FailureError } from '../failure';
import { answer, refuse } from './answers';
import type { Ports } from '../ports';
import type { Problem } from '../result';
import type { Settings } from './settings';
import type { AdminResult } from './api/result';
import type { Asked } from './calls/call';

/** Saves them whole, unless they name a group that is not there. */
export async function saveSettings(settings: Settings, { by, ports }: Asked): Promise<AdminResult<Settings>> {
  const known = await ports.settings.get();
  const problems = await missingGroups(settings, known, ports);
  if (problems.length > 0) {
    return refuse('invalid', 'Failed to save the settings: Confluence does not have every group.', problems);
  }
  const before: Readonly<Record<string, unknown>> = { ...known };
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

/** The groups that are new in the settings and not in Confluence. Trouble that passes is thrown. */
async function missingGroups(
  { editorGroups }: Settings,
  before: Settings,
  { confluence }: Ports,
): Promise<readonly Problem[]> {
  const checked = editorGroups.map(async (name, index): Promise<readonly Problem[]> => {
    if (before.editorGroups.includes(name)) return [];
    try {
      await confluence.groupId(name, { kind: 'app' });
      return [];
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.kind !== 'not-found') throw error;
      return [
        { path: `settings.editorGroups.${index}`, level: 'error', message: `there is no group "${name}"` },
      ];
    }
  });
  return (await Promise.all(checked)).flat();
}
