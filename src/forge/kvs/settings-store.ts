// The installation's settings under one key.

import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { DEFAULT_SETTINGS, SettingsSchema } from '../../core/admin/settings';
import type { SettingsStore } from '../../core/ports';

const SETTINGS_KEY = 'settings';

export const settingsStore: SettingsStore = {
  async get() {
    const stored = await kvs.get<unknown>(SETTINGS_KEY);
    return stored === undefined ? DEFAULT_SETTINGS : v.parse(SettingsSchema, stored);
  },

  async put(settings) {
    await kvs.set(SETTINGS_KEY, settings);
  },
};
