// Texts of the health of the installation.

/** `10,000` */
function counted(value: number): string {
  return value.toLocaleString('en');
}

export const health = {
  title: 'Health',
  size: {
    rules: (value: number, limit = 0) => `${counted(value)} of at most ${counted(limit)} rules`,
    'largest-rule': (value: number, limit = 0) =>
      `The largest rule takes ${counted(value)} of ${counted(limit)} characters`,
    'index-parts': (value: number) =>
      `The index that finds the rules of an event has ${value} ${value === 1 ? 'part' : 'parts'}`,
    points: (value: number, limit?: number) =>
      limit === undefined
        ? `Rules have spent ${counted(value)} points of Confluence’s quota in this hour`
        : `Rules have spent ${counted(value)} of the ${counted(limit)} points that you allow in an hour`,
    quota: (value: number, limit = 0) =>
      `${counted(value)} of the ${counted(limit)} points are used that Atlassian gives the app in an hour, on all sites together`,
  },
  putOffTitle: 'Runs are waiting for the next hour',
  putOff: (rules: 'late' | 'all', until: string, why: string) =>
    `${rules === 'late' ? 'Rules after the usual priority of 100 wait' : 'Every rule waits'} until ${until}: ${why}. Nothing is lost; the runs go on by themselves.`,
  rulesTitle: 'Rules that want attention',
  rulesHelp:
    'Looks at the last runs of every rule that is on: those that never ran, only fail, run very often, or act as somebody whom the app cannot act as any more.',
  check: 'Check the rules',
  checked: (checked: number, of: number) => `${checked} of ${of} rules looked at`,
  allWell: 'Nothing wants attention.',
  columns: { rule: 'Rule', what: 'What', why: 'Why' },
  kind: {
    'never-ran': 'Never ran',
    'always-fails': 'Always fails',
    noisy: 'Runs very often',
    identity: 'Cannot act as this person',
  },
  more: (count: number) => `and ${count} more`,
} as const;
