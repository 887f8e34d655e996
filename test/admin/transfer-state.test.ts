import { describe, expect, it } from 'vitest';
import { fitsOneCall } from '../../src/admin/transfer/size';
import { firstTransfer, reduceTransfer } from '../../src/admin/transfer/state';
import type { ImportPreview } from '../../src/core/admin/api/exchange-api';
import type { TransferEvent, TransferState } from '../../src/admin/transfer/state';

const PREVIEW: ImportPreview = {
  entries: [
    { id: 'new', name: 'New', change: 'added', differences: [] },
    { id: 'other', name: 'Other', change: 'changed', differences: ['another name'] },
    { id: 'same', name: 'Same', change: 'unchanged', differences: [] },
  ],
  warnings: [],
};

function after(state: TransferState, ...events: readonly TransferEvent[]) {
  let step = { state, effects: [] as readonly unknown[] };
  for (const event of events) step = reduceTransfer(step.state, event);
  return step;
}

function previewed(): TransferState {
  const opened = after(firstTransfer(), { type: 'file-opened', name: 'a.json', text: '{}' }).state;
  return after(opened, { type: 'previewed', request: opened.request, result: { ok: true, data: PREVIEW } })
    .state;
}

describe('import state', () => {
  it('previews a file at once, and a pasted text when asked', () => {
    const opened = after(firstTransfer(), { type: 'file-opened', name: 'a.json', text: '{}' });
    expect(opened.effects).toEqual([{ type: 'preview-import', request: 1, text: '{}' }]);
    const pasted = after(firstTransfer(), { type: 'pasted', text: ' {} ' });
    expect(pasted.effects).toEqual([]);
    expect(after(pasted.state, { type: 'preview-asked' }).effects).toMatchObject([{ text: ' {} ' }]);
    expect(after(firstTransfer(), { type: 'preview-asked' }).effects).toEqual([]);
  });

  it('chooses whatever would change, and lets each be taken out', () => {
    expect(previewed().chosen).toEqual(['new', 'other']);
    const without = after(previewed(), { type: 'chosen', id: 'new', on: false }).state;
    expect(without.chosen).toEqual(['other']);
    expect(after(without, { type: 'all-chosen', on: true }).state.chosen).toEqual(['new', 'other']);
    expect(after(without, { type: 'all-chosen', on: false }).state.chosen).toEqual([]);
  });

  it('drops the preview of an earlier text', () => {
    const first = after(firstTransfer(), { type: 'file-opened', name: 'a.json', text: '{}' }).state;
    const second = after(first, { type: 'file-opened', name: 'b.json', text: '[]' }).state;
    const late: TransferEvent = {
      type: 'previewed',
      request: first.request,
      result: { ok: true, data: PREVIEW },
    };
    expect(after(second, late).state).toBe(second);
  });

  it('forgets the preview as soon as the text is another', () => {
    const typed = after(previewed(), { type: 'pasted', text: 'x' }).state;
    expect(typed).toMatchObject({ preview: undefined, chosen: [], fileName: undefined });
  });

  it('imports the chosen rules, off unless told otherwise, once', () => {
    const asked = after(previewed(), { type: 'import-asked' });
    expect(asked.effects).toEqual([
      { type: 'import-rules', text: '{}', ids: ['new', 'other'], keepState: false },
    ]);
    expect(after(asked.state, { type: 'import-asked' }).effects).toEqual([]);
    const kept = after(previewed(), { type: 'keep-state-set', on: true }, { type: 'import-asked' });
    expect(kept.effects).toMatchObject([{ keepState: true }]);
    const none = after(previewed(), { type: 'all-chosen', on: false }, { type: 'import-asked' });
    expect(none.effects).toEqual([]);
  });

  it('says how many arrived and begins anew', () => {
    const asked = after(previewed(), { type: 'import-asked' }).state;
    const done = after(asked, { type: 'imported', result: { ok: true, data: { imported: ['new'] } } }).state;
    expect(done).toMatchObject({ imported: 1, text: '', preview: undefined, importing: false });
    const error = { code: 'failed', message: 'x' } as const;
    const failed = after(asked, { type: 'imported', result: { ok: false, error } }).state;
    expect(failed).toMatchObject({
      importError: error,
      importing: false,
      text: '{}',
      chosen: ['new', 'other'],
    });
  });

  it('counts bytes as they travel: escaped, in UTF-8', () => {
    expect(fitsOneCall('x'.repeat(440_000))).toBe(true);
    expect(fitsOneCall('"'.repeat(300_000))).toBe(false);
    expect(fitsOneCall('ü'.repeat(300_000))).toBe(false);
  });
});

describe('export state', () => {
  it('exports everything, or what was chosen and nothing when nothing was', () => {
    expect(after(firstTransfer(), { type: 'export-asked' }).effects).toEqual([
      { type: 'export-rules', request: 1, ids: undefined },
    ]);
    const some = after(firstTransfer(), { type: 'scope-chosen', scope: 'chosen' }).state;
    expect(after(some, { type: 'export-asked' }).effects).toEqual([]);
    const chosen = after(
      some,
      { type: 'export-chosen', rules: [{ id: 'a', name: 'A' }] },
      { type: 'export-asked' },
    );
    expect(chosen.effects).toEqual([{ type: 'export-rules', request: 1, ids: ['a'] }]);
  });

  it('offers a file only of the export that is shown', () => {
    expect(after(firstTransfer(), { type: 'download-asked' }).effects).toEqual([]);
    const asked = after(firstTransfer(), { type: 'export-asked' }).state;
    const ready = after(asked, {
      type: 'exported',
      request: asked.exportRequest,
      result: { ok: true, data: { text: '{}', count: 0 } },
    }).state;
    expect(after(ready, { type: 'download-asked' }).effects).toEqual([
      { type: 'download', name: 'rulewright-rules.json', text: '{}' },
    ]);
    const other = after(ready, { type: 'scope-chosen', scope: 'chosen' }).state;
    expect(after(other, { type: 'download-asked' }).effects).toEqual([]);
  });

  it('tells the Frame to show the box for files, and takes what it reports', () => {
    expect(after(firstTransfer(), { type: 'frame-ready' }).effects).toEqual([{ type: 'show-files' }]);
    const refused = after(firstTransfer(), { type: 'file-refused', name: 'x.png', reason: 'no text' }).state;
    expect(refused.refused).toEqual({ name: 'x.png', reason: 'no text' });
  });
});
