// Texts of the list of rules.

export const rules = {
  title: 'Rules',
  create: 'Create rule',
  import: 'Import',
  search: 'Search rules',
  columns: {
    name: 'Rule',
    state: 'State',
    when: 'When',
    actions: 'Then',
    lastRun: 'Last run',
    on: 'On',
    more: 'More',
  },
  emptyTitle: 'No rules yet',
  empty:
    'A rule watches for something that happens in Confluence, such as a page being created, and then acts: it adds a label or writes a comment, for example.',
  nothingFoundTitle: 'No rule matches',
  nothingFound: (text: string) => `No rule has “${text}” in its name.`,
  clearSearch: 'Clear the search',
  endOfList: 'There are no more rules',
  never: 'Has not run yet',
  runs: 'Runs',
  history: 'History',
  delete: 'Delete',
  turn: (name: string, on: boolean) => (on ? `Turn off ${name}` : `Turn on ${name}`),
  everySpace: 'All spaces',
  more: (count: number) => `and ${count} more`,
  stateFailed: 'The rule could not be turned on or off',
  deleteTitle: (name: string) => `Delete “${name}”?`,
  deleteText:
    'The rule stops at once. What it has already done stays, and so do the records of its runs. To stop it for a while only, turn it off instead.',
  deleteConfirm: 'Delete rule',
  deleted: (name: string) => `“${name}” was deleted`,
} as const;
