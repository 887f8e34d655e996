// The app's log: one JSON line an entry, without payloads, because logs are billed and personal.

import type { Log } from '../core/ports';

export const log: Log = {
  info: (message, details) => console.info(JSON.stringify({ message, ...details })),
  error: (message, details) => console.error(JSON.stringify({ message, ...details })),
};
