// Texts of the list of rules.

/** `“A”`, or `3 rules`. */
function named(names: readonly string[]): string {
  return names.length === 1 ? `“${names[0] ?? ''}”` : `${names.length} rules`;
}

function counted(count: number): string {
  return count === 1 ? '1 rule' : `${count} rules`;
}

export const rules = {
  title: 'Rules',
  create: 'Create rule',
  import: 'Import',
  export: 'Export',
  choosePack: 'Choose a pack',
  search: 'Search rules',
  any: 'Any',
  filters: { state: 'State', event: 'When', action: 'Then', space: 'Space', label: 'Label' },
  columns: {
    name: 'Rule',
    state: 'State',
    when: 'When',
    actions: 'Then',
    lastRun: 'Last run',
    days: 'Last 7 days',
    on: 'On',
    more: 'More',
  },
  counted: (matching: number, total: number) =>
    matching === total ? counted(total) : `${matching} of ${counted(total)}`,
  emptyTitle: 'No rules yet',
  empty:
    'A rule watches for something that happens in Confluence, such as a page being created, and then acts: it adds a label or writes a comment, for example. Start from a pack of ready rules, or write your own.',
  nothingFoundTitle: 'No rule matches',
  nothingFound: 'No rule is like what you are looking for.',
  clearSearch: 'Clear the search',
  endOfList: 'There are no more rules',
  never: 'Has not run yet',
  inSevenDays: (runs: number, failed: number) =>
    runs === 0
      ? 'No runs'
      : `${runs} ${runs === 1 ? 'run' : 'runs'}${failed > 0 ? `, ${failed} failed` : ''}`,
  edit: 'Edit',
  runs: 'Runs',
  history: 'History',
  more: 'More',
  close: 'Close',
  delete: 'Delete',
  duplicate: 'Duplicate',
  earlier: 'Run earlier',
  later: 'Run later',
  setPriority: 'Set priority',
  setOwner: 'Set owner',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  toShadow: 'To shadow',
  turn: (name: string, on: boolean) => (on ? `Turn off ${name}` : `Turn on ${name}`),
  choose: 'Choose several',
  stopChoosing: 'Done',
  tickAll: 'All on this page',
  tickNone: 'None',
  chosen: (count: number) => `${counted(count)} chosen`,
  everySpace: 'All spaces',
  place: (where: string, priority: number) => `${where} · priority ${priority}`,
  andMore: (count: number) => `and ${count} more`,
  until: (day: string) => `until ${day}`,
  reason: 'Reason, for the next admin',
  untilLabel: 'Until',
  untilHelp:
    'On that day the rule goes live again by itself. Empty: it stays off until somebody turns it on.',
  owner: 'Owner',
  ownerPlaceholder: 'Choose a person',
  priority: 'Priority',
  labels: 'Labels',
  lastChanged: 'Last changed',
  stateFailed: 'The rule could not be turned on or off',
  changeFailed: 'This could not be done',
  changed: {
    state: (count: number) => `${counted(count)} changed`,
    owner: (count: number) => `${counted(count)} changed`,
    priority: (count: number) => `${counted(count)} changed`,
    delete: (count: number) => `${counted(count)} deleted`,
  },
  moved: { earlier: 'It runs earlier now', later: 'It runs later now' },
  duplicated: (name: string) => `“${name}” was added, turned off`,
  dialogs: {
    off: {
      title: (names: readonly string[]) => `Turn ${named(names)} off?`,
      text: 'Nothing acts any more. What already runs is stopped before its next action.',
      confirm: (count: number) => (count === 1 ? 'Turn it off' : `Turn ${count} rules off`),
    },
    owner: {
      title: (names: readonly string[]) => `Who answers for ${named(names)}?`,
      text: 'The owner is shown in the list. It changes nothing about what the rule does.',
      confirm: () => 'Save owner',
    },
    priority: {
      title: (names: readonly string[]) => `Priority of ${named(names)}`,
      text: 'When several rules act on one event, those with lower numbers run first. The usual priority is 100.',
      confirm: () => 'Save priority',
    },
    delete: {
      title: (names: readonly string[]) => `Delete ${named(names)}?`,
      text: 'It stops at once. What was already done stays, and so do the records of runs. Its versions are kept for a year and can be restored from the changes. To stop it for a while only, turn it off instead.',
      confirm: (count: number) => (count === 1 ? 'Delete rule' : `Delete ${count} rules`),
    },
  },
} as const;
