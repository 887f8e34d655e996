// Texts of the change log.

export const changes = {
  title: 'Who changed what',
  emptyTitle: 'Nothing has been changed yet',
  empty: 'Whatever anybody does to the rules and the settings is listed here, for a year.',
  kind: {
    created: 'Created a rule',
    changed: 'Changed a rule',
    state: 'Turned a rule on, off or to shadow',
    order: 'Moved a rule',
    deleted: 'Deleted a rule',
    restored: 'Restored an earlier version',
    imported: 'Imported rules',
    'import-undone': 'An import was undone',
    settings: 'Changed the settings',
  },
} as const;
