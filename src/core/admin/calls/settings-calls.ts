// The calls of the settings and of health.

import * as v from 'valibot';
import { answer } from '../answers';
import { checkHealth, checkPeople, getSizes } from '../check-health';
import { saveSettings } from '../save-settings';
import { SettingsSchema } from '../settings';
import { call } from './call';
import type { SettingsApi } from '../api/settings-api';
import type { Calls } from './call';

/** Each is a request to Confluence. */
const MAX_PEOPLE = 20;

export const SETTINGS_CALLS: Calls<SettingsApi> = {
  getSettings: call(v.object({}), async (_, { ports }) => answer(await ports.settings.get())),
  saveSettings: call(v.object({ settings: SettingsSchema }), ({ settings }, asked) =>
    saveSettings(settings, asked),
  ),
  checkPeople: call(
    v.object({ accountIds: v.pipe(v.array(v.string()), v.maxLength(MAX_PEOPLE)) }),
    ({ accountIds }, { ports }) => checkPeople(accountIds, ports),
  ),
  getSizes: call(v.object({}), (_, { ports }) => getSizes(ports)),
  checkHealth: call(v.object({ cursor: v.exactOptional(v.string()) }), ({ cursor }, { ports }) =>
    checkHealth(cursor, ports),
  ),
};
