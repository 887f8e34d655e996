// Texts of the view "Automation" in the settings of a space.

export const inSpace = {
  title: 'Automation in this space',
  intro:
    'The rules that apply here. Confluence administrators keep them; ask one of them to change something.',
  tabs: { rules: 'Rules', whyNot: 'Why not?' },
  search: 'Search rules by name',
  facts: { when: 'When', condition: 'If', then: 'Then' },
  always: 'Always',
  thisSpace: 'This space',
  everySpace: 'Every space',
  emptyTitle: 'No rule applies here',
  empty: 'No rule of this site is for this space.',
  nothingFound: (text: string) => `No rule that applies here has “${text}” in its name.`,
  page: 'A page of this space',
  pagePlaceholder: 'Type part of a title',
  pageHelp: 'Shows what each rule would make of the next change of that page, and why.',
  pickFirstTitle: 'Choose a page',
  pickFirst: 'Then every rule that is for this space is listed with its verdict and the reason.',
  verdictsOf: (title: string) => `On the next change of “${title}”`,
  noPermissionTitle: 'You cannot see this',
} as const;
