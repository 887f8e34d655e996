// Texts of the packs.

export const packs = {
  title: 'Packs',
  help: 'Rules for common needs, ready to use. Look at one, adapt it, and add it: its rules arrive turned off.',
  rules: (count: number) => (count === 1 ? '1 rule' : `${count} rules`),
  present: 'Already here',
  allPresent: 'Added',
  somePresent: (count: number) => `${count} added`,
  open: (name: string) => `Look at ${name}`,
  back: 'All packs',
  when: 'When',
  if: 'If',
  then: 'Then',
  adapt: 'Adapt it',
  spaces: 'Spaces it is for',
  spacesHelp: 'Keys, separated by commas. Empty: every space, or those that the pack names.',
  field: (label: string, rule: string) => `${label} (${rule})`,
  add: (count: number) => (count === 1 ? 'Add 1 rule' : `Add ${count} rules`),
  addFailed: 'The pack could not be added',
  added: (name: string, count: number) =>
    `${count === 1 ? '1 rule' : `${count} rules`} of “${name}” ${count === 1 ? 'was' : 'were'} added`,
  arrivedOff: 'They are turned off, so that you can look at them first.',
  seeRules: 'See the rules',
  nothingToAdd: 'Every rule of this pack is already here.',
  showJson: 'Show as JSON',
  hideJson: 'Hide the JSON',
} as const;
