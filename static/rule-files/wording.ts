// Every text that the Frame shows of its own, in plain English, ready for translation.

export const words = {
  choose: 'Choose a rule file',
  orDrop: 'or drop it here',
  tooLarge: (bytes: number) =>
    `It is larger than ${Math.floor(bytes / 1000)} kB, more than a rule set that can be imported in one go. Split it into several files.`,
  notText: 'It holds something else than text. Choose a JSON file that was exported as rules.',
  unreadable: (cause: string) => `It could not be read: ${cause}.`,
  severalFiles: 'Several files were dropped; only the first one is used.',
  opened: (name: string) => `${name} was opened.`,
  refused: (name: string) => `${name} cannot be used.`,
  save: (name: string) => `Save ${name}`,
  ready: (name: string) => `${name} is ready.`,
  editor: 'Rule as JSON',
  anyEvent: 'Any event',
  expected: (what: string) => `Expected ${what}.`,
} as const;
