// Texts of the settings.

export const settings = {
  title: 'Settings',
  pauseTitle: 'Pause',
  paused: 'Pause all rules',
  pausedHelp: 'While paused, events are still looked at, but nothing acts. What already runs is finished.',
  pausedNow: 'All rules are paused. Nothing acts until you switch this off and save.',
  peopleTitle: 'Acting as a person',
  people: 'People whom rules may act as',
  peoplePlaceholder: 'Choose people',
  peopleHelp:
    'An action that acts as a person of your choice works only for people in this list. Each of them should have agreed.',
  checkPeople: 'Check these people',
  canAct: 'Active, with access',
  cannotAct: 'Cannot be acted as',
  destructiveTitle: 'Actions that take something away',
  destructive: 'Allow rules to trash, archive and restrict',
  destructiveHelp:
    'While this is off, actions that move pages to the trash, archive them or change restrictions fail and say so.',
  recordTitle: 'Records',
  recordEvents: 'Record events on which no rule acts',
  recordEventsHelp: 'You can then ask of each of them why no rule did anything. It costs one write an event.',
  recordViewed: 'Record views and searches too',
  recordViewedHelp: 'They come by the thousand. Runs that they cause are recorded in any case.',
  keepRuns: 'Keep runs for (days)',
  keepEvents: 'Keep events for (days)',
  keepHelp: 'From 1 to 365.',
  budgetTitle: 'Budget',
  points: 'Points of Confluence’s hourly quota that rules may spend',
  pointsHelp:
    'When four fifths are spent, rules after the usual priority of 100 wait for the next hour; when all are, every rule does. What this hour has used is shown under Health. Empty: no limit of ours.',
  editorsTitle: 'Who may change rules',
  editors: 'People who may change rules besides the administrators',
  editorGroups: 'Groups whose members may, by name, with commas between',
  editorsHelp:
    'Confluence administrators always may. Others find this page under Apps, Automation; they cannot change the settings.',
  save: 'Save settings',
  saved: 'The settings were saved',
  saveFailed: 'The settings could not be saved',
} as const;
