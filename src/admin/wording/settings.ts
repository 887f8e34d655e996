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
  destructiveTitle: 'Actions that take something away',
  destructive: 'Allow rules to trash, archive and restrict',
  destructiveHelp:
    'While this is off, actions that move pages to the trash, archive them or change restrictions fail and say so.',
  save: 'Save settings',
  saved: 'The settings were saved',
  saveFailed: 'The settings could not be saved',
} as const;
