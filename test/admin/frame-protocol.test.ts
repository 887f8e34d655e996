import { describe, expect, it } from 'vitest';
import { parseFrameCommand, parseFrameReport } from '../../src/core/admin/frame-protocol';
import type { FrameCommand, FrameReport } from '../../src/core/admin/frame-protocol';

const COMMANDS: readonly FrameCommand[] = [
  { type: 'show-files' },
  {
    type: 'show-editor',
    session: 3,
    text: '{}',
    events: [{ value: 'e', detail: 'E' }],
    actions: [{ value: 'a', detail: 'A' }],
  },
  { type: 'download', name: 'a.json', text: '{}' },
];

const REPORTS: readonly FrameReport[] = [
  { type: 'ready' },
  { type: 'file-opened', name: 'a.json', text: '{}' },
  { type: 'file-refused', name: 'a.png', reason: 'no' },
  { type: 'edited', session: 3, text: '{}' },
];

describe('messages of the Frame', () => {
  it.each(COMMANDS)('reads the command $type', (command) => {
    expect(parseFrameCommand(structuredClone(command))).toEqual(command);
  });

  it.each(REPORTS)('reads the report $type', (report) => {
    expect(parseFrameReport(structuredClone(report))).toEqual(report);
  });

  it('takes nothing else, a message of the other direction least of all', () => {
    for (const value of [undefined, null, 'ready', [], {}, { type: 'edited', text: 1 }, ...COMMANDS]) {
      expect(parseFrameReport(value)).toBeUndefined();
    }
    for (const value of [undefined, 7, { type: 'download' }, { type: 'show-editor' }, ...REPORTS]) {
      expect(parseFrameCommand(value)).toBeUndefined();
    }
  });
});
