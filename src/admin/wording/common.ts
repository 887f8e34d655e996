// Texts that every view shares.

export const common = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  refresh: 'Refresh',
  previous: 'Previous',
  next: 'Next',
  cancel: 'Cancel',
  noPermissionTitle: 'You cannot see this page',
  noPermission:
    'Automation rules are kept by Confluence administrators, and by people whom they name in the settings. Ask an administrator for access.',
  failedTitle: 'This could not be loaded',
  problem: 'Problem',
  warning: 'Warning',
  mean: (suggestion: string) => `Did you mean “${suggestion}”?`,
  app: 'The app',
  initiator: 'Whoever caused the event',
  anyEvent: 'Any event',
  unexpectedAnswer:
    'Failed to read the app’s answer: it has an unexpected form. Reload the page; the app may have been updated.',
  /** Before what stands beside it with a form of its own, such as a person; `labelled` is for plain texts. */
  lead: (label: string) => `${label}:`,
  labelled: (label: string, value: string | number) => `${label}: ${value}`,
  list: (items: readonly string[]) => items.join(', '),
  parts: (items: readonly string[]) => items.join(' · '),
  waiting: '…',
  units: { hours: 'h', minutes: 'min', seconds: 's' },
  unreachable: (cause: string) => `Failed to reach the app: ${cause}. Try again in a moment.`,
} as const;
