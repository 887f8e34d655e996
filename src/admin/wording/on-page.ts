// Texts of the view "Automation" on a page.

export const onPage = {
  next: 'On the next change of this page',
  nextHelp: 'What the rules would do if you saved this page now, without changing it.',
  nothingNextTitle: 'No rule would act',
  nothingNext: 'If you saved this page now, no rule would do anything.',
  paused: 'Automation is paused: nothing acts until an administrator resumes it.',
  whyNot: 'Why not the others?',
  whyNotTitle: 'Why the others would not act',
  hideWhyNot: 'Hide the others',
  past: 'What rules did here',
  pastHelp: 'Newest first. Administrators see more in the app’s activity.',
  noRunsTitle: 'No rule has touched this page',
  noRuns: 'When one does, it is listed here: when, as whom, and because of which event.',
  endOfRuns: 'There is nothing older',
  because: (event: string) => `Because of: ${event}`,
  by: 'by',
  noPermissionTitle: 'You cannot see this',
  step: (action: string, outcome: string) => `${action}: ${outcome}`,
} as const;
