// Texts of the activity view.

export const activity = {
  title: 'Activity',
  filter: 'Only runs of',
  filterPlaceholder: 'All rules',
  columns: {
    rule: 'Rule',
    outcome: 'Outcome',
    subject: 'About',
    event: 'Event',
    started: 'Started',
    steps: 'Actions',
  },
  emptyTitle: 'Nothing has run yet',
  empty: 'Each time a rule acts, its run appears here with every action and every attempt.',
  emptyFiltered: 'This rule has not run yet. When it acts, its runs appear here.',
  labels: { content: 'About', outcome: 'Outcome', event: 'Event', since: 'Started', space: 'Space key' },
  any: 'Any',
  contentPlaceholder: 'Type a title',
  since: (hours: number) =>
    hours === 1
      ? 'In the last hour'
      : hours <= 24
        ? `In the last ${hours} hours`
        : `In the last ${hours / 24} days`,
  emptyNarrowedTitle: 'No run fits',
  emptyNarrowed: 'No run fits all of these filters. Take one away, or look further back.',
  chart: {
    title: 'Events, runs and failures by the hour',
    subtitle: 'The last 24 hours',
    events: 'Events',
    runs: 'Runs',
    failures: 'Failures',
    sums: (events: number, runs: number, failures: number) =>
      [
        events === 1 ? '1 event' : `${events} events`,
        runs === 1 ? '1 run' : `${runs} runs`,
        failures === 1 ? '1 failure' : `${failures} failures`,
      ].join(', '),
  },
  nothingCounted: 'Nothing has happened in the last 24 hours.',
  noChart: (message: string) => `The chart could not be loaded. ${message}`,
  choose: 'Choose',
  replay: {
    chosen: (count: number) => (count === 1 ? '1 failed run chosen' : `${count} failed runs chosen`),
    all: (count: number) =>
      count === 1 ? 'Choose the one on this page' : `Choose all ${count} on this page`,
    none: 'Choose none',
    again: 'Try again',
    everyOne: 'Try every failed run again',
    everyFitting: 'Try all that fit the filters again',
    questionEvery: 'Try every failed run again?',
    questionFitting: 'Try every failed run that fits the filters again?',
    stop: 'Stop',
    progress: (done: number, left: number) =>
      `${done} so far${left === 0 ? '' : `, ${left} left as they are`}`,
    dismiss: 'Dismiss',
    question: {
      replay: (count: number) => (count === 1 ? 'Try this run again?' : `Try ${count} runs again?`),
      dismiss: (count: number) => (count === 1 ? 'Dismiss this run?' : `Dismiss ${count} runs?`),
    },
    explained: {
      replay:
        'Actions that were done stay done. Those that failed, and those after them, are tried again as they were planned.',
      dismiss: 'They are not tried again, and leave the list of failures. Actions that were done stay done.',
    },
    done: {
      replay: (count: number) =>
        count === 1 ? 'One run is being tried again' : `${count} runs are being tried again`,
      dismiss: (count: number) => (count === 1 ? 'One run was dismissed' : `${count} runs were dismissed`),
    },
    left: (count: number, reason: string) => `${count} left as they are. ${reason}`,
    failed: 'This could not be done',
  },
  chain: 'Chain',
  chainRoot: 'An event that no rule caused',
  chainHere: 'this run',
  ruleThen: 'The rule as it was',
  ruleThenGone: (version: number) => `Version ${version} of the rule is no longer kept.`,
  ruleUnchanged: (version: number) => `Version ${version}, unchanged since.`,
  ruleChanged: (version: number) => `Version ${version}. The rule has been changed since.`,
  condition: 'If',
  showRule: 'Show it as JSON',
  hideRule: 'Hide the JSON',
  waited: (text: string) => `waited ${text}`,
  endOfList: 'There are no more runs',
  stepsDone: (done: number, all: number) => `${done} of ${all} done`,
  live: 'Updates by itself while something is running.',
  back: 'Back to activity',
  about: (kind: string, title: string) => `${kind} “${title}”`,
  inSpace: (key: string) => `in space ${key}`,
  startedAt: 'Started',
  updatedAt: 'Last change',
  causedBy: 'Caused by',
  ruleVersion: 'Rule',
  ruleAndVersion: (name: string, version: number) => `${name}, version ${version}`,
  event: 'Event',
  steps: 'Actions',
  as: 'as',
  notTried: 'Not tried yet.',
  dueAt: (when: string) => `Next attempt: ${when}`,
  attempt: (number: number, when: string, outcome: string) => `Attempt ${number}, ${when}: ${outcome}`,
  /** Of parts without full stops. */
  sentences: (parts: readonly string[]) => parts.join('. '),
  attemptOutcome: {
    done: 'done',
    skipped: 'skipped',
    retry: 'failed, will be tried again',
    failed: 'failed for good',
  },
  request: (method: string, path: string, status: number | undefined) =>
    `${method} ${path}: ${status === undefined ? 'no answer' : `answered ${status}`}`,
  status: (status: number) => `HTTP ${status}`,
  retryAfter: (seconds: number) => `Confluence asked to wait ${seconds} s`,
  openRule: 'Open the rule',
} as const;
