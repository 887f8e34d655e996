// Texts of the history of a rule.

export const history = {
  back: 'Back',
  title: (name: string) => `History of ${name}`,
  help: 'Every change makes a new version. The last 50 versions are kept for a year, also those of deleted rules.',
  isDeleted: 'This rule is deleted. Restoring a version brings it back, turned off.',
  version: (version: number) => `Version ${version}`,
  now: 'Now',
  first: 'The first version.',
  unknown: 'The version before is no longer kept.',
  noDifference: 'Nothing that matters is different.',
  compare: (version: number) => `Compare version ${version}`,
  wouldChange: 'What restoring this version changes',
  wouldReturn: 'The rule comes back as it was in this version, turned off.',
  stateStays: 'Whether the rule is live, in shadow or off stays as it is now.',
  asJson: 'As JSON',
  restore: (version: number) => `Restore version ${version}`,
  restored: (version: number) => `Version ${version} was restored as a new version`,
  restoreFailed: 'The version could not be restored',
} as const;
