// Texts of the view "Why not?".

export const whyNot = {
  title: 'Why did a rule act, or not?',
  intro: 'Choose what happened: every rule is listed with what was decided about it, and why.',
  page: 'Only what happened to',
  pagePlaceholder: 'Any page: type part of a title',
  event: 'Only events',
  eventPlaceholder: 'Any event',
  columns: { event: 'Event', subject: 'About', seen: 'When', by: 'By', verdicts: 'Decided' },
  nobody: 'Nobody',
  nothingDecided: 'No rule acted',
  acted: (count: number) =>
    count === 1 ? '1 rule acted or would have' : `${count} rules acted or would have`,
  open: (event: string, subject: string) => `${event}: ${subject}`,
  emptyTitle: 'No event has been recorded',
  empty:
    'Events appear here as they happen. Settings say which are recorded; of those that are not, nothing can be said later.',
  emptyFiltered: 'No recorded event fits. Take a filter away, or choose another page.',
  endOfList: 'There are no older events',
  goOn: 'Look further back',
  back: 'Back to the events',
  verdictsOf: (event: string, subject: string) => `${event}: ${subject}`,
  asOf: (when: string) =>
    `It happened ${when}. Of rules that acted you see what was decided then; the others are judged as they are now.`,
  nextChange: 'On its next change',
  nextChangeOf: (title: string) => `If “${title}” were changed now`,
  nextChangeHelp: 'Every rule is judged as if you had just saved the page. Nothing is done.',
} as const;
