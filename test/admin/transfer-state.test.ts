import { describe, expect, it } from 'vitest';
import { firstExport, reduceExport } from '../../src/admin/transfer/export-state';
import { firstImport, reduceImport } from '../../src/admin/transfer/import-state';
import { firstTransfer, incoming, reduceTransfer } from '../../src/admin/transfer/state';
import { textParts } from '../../src/admin/transfer/text-parts';
import type { ImportPreview } from '../../src/core/admin/api/exchange-api';
import type { ExportEvent, ExportState } from '../../src/admin/transfer/export-state';
import type { ImportEvent, ImportState } from '../../src/admin/transfer/import-state';

const PREVIEW: ImportPreview = {
  entries: [
    { id: 'new', name: 'New', change: 'added', version: 0, differences: [] },
    { id: 'other', name: 'Other', change: 'changed', version: 3, differences: ['another name'] },
    { id: 'same', name: 'Same', change: 'unchanged', version: 1, differences: [] },
    { id: 'edited', name: 'Edited', change: 'conflicting', version: 2, differences: ['another event'] },
    { id: 'broken', name: 'Broken', change: 'invalid', version: 0, differences: [], problems: [] },
  ],
  warnings: [],
  tests: [],
};

function after(state: ImportState, ...events: readonly ImportEvent[]) {
  let step = { state, effects: [] as readonly unknown[] };
  for (const event of events) step = reduceImport(step.state, event);
  return step;
}

function exporting(state: ExportState, ...events: readonly ExportEvent[]) {
  let step = { state, effects: [] as readonly unknown[] };
  for (const event of events) step = reduceExport(step.state, event);
  return step;
}

const SOURCE = { text: '{}' };

function previewed(): ImportState {
  const opened = after(firstImport(), { type: 'file-opened', name: 'a.json', text: '{}' }).state;
  const result = { ok: true, data: PREVIEW } as const;
  return after(opened, { type: 'previewed', request: opened.request, source: SOURCE, result }).state;
}

/** A preview whose import has begun. */
function begun(rulesWritten = 1) {
  const data = { id: 'job', state: 'writing', rules: 2, rulesWritten } as const;
  return after(previewed(), { type: 'import-asked' }, { type: 'import-moved', result: { ok: true, data } });
}

describe('import state', () => {
  it('previews a file at once, and a pasted text when asked', () => {
    const opened = after(firstImport(), { type: 'file-opened', name: 'a.json', text: '{}' });
    expect(opened.effects).toEqual([{ type: 'preview-import', request: 1, text: '{}' }]);
    const pasted = after(firstImport(), { type: 'pasted', text: ' {} ' });
    expect(pasted.effects).toEqual([]);
    expect(after(pasted.state, { type: 'preview-asked' }).effects).toMatchObject([{ text: ' {} ' }]);
    expect(after(firstImport(), { type: 'preview-asked' }).effects).toEqual([]);
  });

  it('takes what is new or changed, and waits with what was edited here', () => {
    expect([...previewed().choices]).toEqual([
      ['new', 'take'],
      ['other', 'take'],
    ]);
    const without = after(previewed(), { type: 'chosen', id: 'new', how: 'skip' }).state;
    expect([...without.choices.keys()]).toEqual(['other']);
    const copied = after(without, { type: 'chosen', id: 'edited', how: 'copy' }).state;
    expect(copied.choices.get('edited')).toBe('copy');
    expect([...after(without, { type: 'all-chosen', on: true }).state.choices.keys()]).toEqual([
      'new',
      'other',
      'edited',
    ]);
    expect(after(without, { type: 'all-chosen', on: false }).state.choices.size).toBe(0);
  });

  it('drops the preview of an earlier text', () => {
    const first = after(firstImport(), { type: 'file-opened', name: 'a.json', text: '{}' }).state;
    const second = after(first, { type: 'file-opened', name: 'b.json', text: '[]' }).state;
    const late: ImportEvent = {
      type: 'previewed',
      request: first.request,
      source: SOURCE,
      result: { ok: true, data: PREVIEW },
    };
    expect(after(second, late).state).toBe(second);
  });

  it('forgets the preview as soon as the text is another', () => {
    const typed = after(previewed(), { type: 'pasted', text: 'x' }).state;
    expect(typed).toMatchObject({ preview: undefined, choices: new Map(), fileName: undefined });
  });

  it('begins with the chosen rules, by the versions that were shown, off unless told otherwise, once', () => {
    const asked = after(previewed(), { type: 'import-asked' });
    expect(asked.effects).toEqual([
      {
        type: 'start-import',
        source: SOURCE,
        choices: [
          { id: 'new', how: 'take', version: 0 },
          { id: 'other', how: 'take', version: 3 },
        ],
        keepState: false,
      },
    ]);
    expect(after(asked.state, { type: 'import-asked' }).effects).toEqual([]);
    const kept = after(previewed(), { type: 'keep-state-set', on: true }, { type: 'import-asked' });
    expect(kept.effects).toMatchObject([{ keepState: true }]);
    const none = after(previewed(), { type: 'all-chosen', on: false }, { type: 'import-asked' });
    expect(none.effects).toEqual([]);
  });

  it('carries the import on until it is at rest, and says how many arrived', () => {
    expect(begun()).toMatchObject({
      state: { starting: false, progress: { rulesWritten: 1 } },
      effects: [{ type: 'continue-import', id: 'job' }],
    });
    const data = { id: 'job', state: 'done', rules: 2, rulesWritten: 2 } as const;
    const done = after(begun().state, { type: 'import-moved', result: { ok: true, data } });
    expect(done.state).toMatchObject({ imported: 2, text: '', preview: undefined, progress: undefined });
    expect(done.effects).toEqual([]);
  });

  it('says why an import was undone, and keeps the choices', () => {
    const data = { id: 'job', state: 'undone', rules: 2, rulesWritten: 0, reason: 'it was changed' } as const;
    const undone = after(begun().state, { type: 'import-moved', result: { ok: true, data } }).state;
    expect(undone.importError?.message).toContain('it was changed');
    expect(undone).toMatchObject({ progress: undefined, text: '{}' });
    expect(undone.choices.size).toBe(2);
  });

  it('asks again when the app does not answer, and leaves the rest to it in the end', () => {
    const failed: ImportEvent = {
      type: 'import-moved',
      result: { ok: false, error: { code: 'failed', message: 'No answer.' } },
    };
    const once = after(begun().state, failed);
    expect(once.effects).toMatchObject([{ type: 'later', event: { type: 'import-again', id: 'job' } }]);
    expect(after(once.state, { type: 'import-again', id: 'job' }).effects).toEqual([
      { type: 'continue-import', id: 'job' },
    ]);
    const often = after(begun().state, failed, failed, failed, failed, failed, failed).state;
    expect(often.importError?.message).toContain('finished by the app itself');
  });

  it('cuts a large text into parts that can be stored, and keeps every character', () => {
    for (const text of ['x'.repeat(500_000), 'ü"\n'.repeat(150_000), '😀'.repeat(150_001)]) {
      const parts = textParts(text);
      expect(parts.join('')).toBe(text);
      for (const part of parts) {
        expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(200_000);
        expect(part).not.toMatch(/[\uD800-\uDBFF]$/);
      }
    }
    expect(textParts('{}')).toEqual(['{}']);
  });
});

describe('export state', () => {
  it('exports everything, or what was chosen and nothing when nothing was', () => {
    expect(exporting(firstExport(), { type: 'export-asked' }).effects).toEqual([
      { type: 'export-rules', request: 1, choice: {} },
    ]);
    const some = exporting(firstExport(), { type: 'scope-chosen', scope: 'chosen' }).state;
    expect(exporting(some, { type: 'export-asked' }).effects).toEqual([]);
    const chosen = exporting(
      some,
      { type: 'export-chosen', rules: [{ id: 'a', name: 'A' }] },
      { type: 'export-asked' },
    );
    expect(chosen.effects).toEqual([{ type: 'export-rules', request: 1, choice: { ids: ['a'] } }]);
  });

  it('exports what has a label, once one is typed', () => {
    const some = exporting(firstExport(), { type: 'scope-chosen', scope: 'label' }).state;
    expect(exporting(some, { type: 'export-asked' }).effects).toEqual([]);
    const typed = exporting(some, { type: 'labels-typed', labels: ['team'] }, { type: 'export-asked' });
    expect(typed.effects).toEqual([{ type: 'export-rules', request: 1, choice: { labels: ['team'] } }]);
  });

  it('offers a file only of the export that is shown', () => {
    expect(exporting(firstExport(), { type: 'download-asked' }).effects).toEqual([]);
    const asked = exporting(firstExport(), { type: 'export-asked' }).state;
    const ready = exporting(asked, {
      type: 'exported',
      request: asked.exportRequest,
      result: { ok: true, data: { text: '{}', count: 0 } },
    }).state;
    expect(exporting(ready, { type: 'download-asked' }).effects).toEqual([
      { type: 'download', name: 'rulewright-rules.json', text: '{}' },
    ]);
    const other = exporting(ready, { type: 'scope-chosen', scope: 'chosen' }).state;
    expect(exporting(other, { type: 'download-asked' }).effects).toEqual([]);
  });

  it('tells the Frame to show the box for files, and takes what it reports', () => {
    expect(reduceTransfer(firstTransfer(), { type: 'frame-ready' }).effects).toEqual([
      { type: 'show-files' },
    ]);
    const event = incoming({ type: 'file-refused', name: 'x.png', reason: 'no text' });
    const refused = reduceTransfer(firstTransfer(), event).state.incoming;
    expect(refused.refused).toEqual({ name: 'x.png', reason: 'no text' });
  });
});
