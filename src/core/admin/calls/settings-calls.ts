// The calls of the settings.

import * as v from 'valibot';
import { answer } from '../answers';
import { SettingsSchema } from '../settings';
import { call } from './call';
import type { SettingsApi } from '../api/settings-api';
import type { Calls } from './call';

export const SETTINGS_CALLS: Calls<SettingsApi> = {
  getSettings: call(v.object({}), async (_, { ports }) => answer(await ports.settings.get())),
  saveSettings: call(v.object({ settings: SettingsSchema }), async ({ settings }, { ports }) => {
    await ports.settings.put(settings);
    return answer(settings);
  }),
};
