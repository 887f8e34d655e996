// What the settings ask of the app.

import type { Settings } from '../settings';
import type { AdminResult } from './result';

export type SettingsApi = {
  getSettings: (payload: Record<string, never>) => AdminResult<Settings>;
  saveSettings: (payload: { settings: unknown }) => AdminResult<Settings>;
};
