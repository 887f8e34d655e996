// Every call of the admin page with its handler. The resolver puts the admin check before each of them.

import { ACTIVITY_CALLS } from './calls/activity-calls';
import { CONNECTIONS_CALLS } from './calls/connections-calls';
import { EDITOR_CALLS } from './calls/editor-calls';
import { EXCHANGE_CALLS } from './calls/exchange-calls';
import { HISTORY_CALLS } from './calls/history-calls';
import { PACKS_CALLS } from './calls/packs-calls';
import { RULES_CALLS } from './calls/rules-calls';
import { SETTINGS_CALLS } from './calls/settings-calls';
import type { AdminApi } from './api';
import type { Calls } from './calls/call';

export const ADMIN_CALLS: Calls<AdminApi> = {
  ...RULES_CALLS,
  ...EDITOR_CALLS,
  ...ACTIVITY_CALLS,
  ...EXCHANGE_CALLS,
  ...HISTORY_CALLS,
  ...PACKS_CALLS,
  ...SETTINGS_CALLS,
  ...CONNECTIONS_CALLS,
};
