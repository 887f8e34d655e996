// What the admin page may ask of the app: one type for the resolver (makeResolver) and the page (makeInvoke).
// Each group of calls has a file in api/, and its handlers one in calls/.

import type { ActivityApi } from './api/activity-api';
import type { ConnectionsApi } from './api/connections-api';
import type { EditorApi } from './api/editor-api';
import type { ExchangeApi } from './api/exchange-api';
import type { HistoryApi } from './api/history-api';
import type { PacksApi } from './api/packs-api';
import type { RulesApi } from './api/rules-api';
import type { SettingsApi } from './api/settings-api';

export type AdminApi = RulesApi &
  EditorApi &
  ActivityApi &
  ExchangeApi &
  HistoryApi &
  PacksApi &
  SettingsApi &
  ConnectionsApi;
