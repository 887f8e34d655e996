// Reads what an app sends with the commands that describe something to show. An app's data is not trusted to
// have any shape.

import type { AppDialog, AppFlag } from './bridge-host';

const FLAG_TYPES = ['info', 'success', 'warning', 'error'] as const;

/** A flag of `showFlag`. */
export function readFlag(data: unknown): AppFlag {
  const raw = record(data);
  const type = FLAG_TYPES.find((known) => known === (raw['type'] ?? raw['appearance']));
  const actions = Array.isArray(raw['actions']) ? raw['actions'].map(record) : [];
  return {
    id: String(raw['id']),
    ...(typeof raw['title'] === 'string' ? { title: raw['title'] } : {}),
    ...(typeof raw['description'] === 'string' ? { description: raw['description'] } : {}),
    ...(type === undefined ? {} : { type }),
    ...(typeof raw['isAutoDismiss'] === 'boolean' ? { isAutoDismiss: raw['isAutoDismiss'] } : {}),
    actions: actions.map((action) => ({
      text: String(action['text']),
      onClick: () => callIf(action['onClick']),
    })),
  };
}

/** A dialog of `openModal`. */
export function readDialog(data: unknown): AppDialog {
  const raw = record(data);
  const { size, resource } = raw;
  return {
    resource: typeof resource === 'string' ? resource : null,
    title: typeof raw['title'] === 'string' ? raw['title'] : '',
    size: typeof size === 'string' ? size : 'medium',
    context: raw['context'] ?? {},
    onClose: (payload) => callIf(raw['onClose'], payload),
  };
}

function callIf(value: unknown, ...given: unknown[]): void {
  if (typeof value === 'function') Reflect.apply(value, undefined, given);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
