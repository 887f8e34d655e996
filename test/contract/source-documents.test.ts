// Compares the catalogue with the documents that it was made from, where these are at hand:
// in the folder that RULEWRIGHT_SHARED names, else in `../shared` beside the repository.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EVENT_IDS } from '../../src/core/events/catalogue';
import { findEvent } from '../../src/core/events/find-event';
import { ROOT } from './read-manifest';

const FOLDER = process.env['RULEWRIGHT_SHARED'] ?? join(ROOT, '../shared');
const EVENTS_DOCUMENT = join(FOLDER, 'seeds/000_c0affae5579b7947.txt');
const FACTS_DOCUMENT = join(FOLDER, 'reference/forge-facts.md');
const isAtHand = existsSync(EVENTS_DOCUMENT) && existsSync(FACTS_DOCUMENT);

if (!isAtHand) {
  console.log(`Skipped: the documents that the catalogue was made from are not in ${FOLDER}.`);
}

describe.skipIf(!isAtHand)('the documents that the catalogue was made from', () => {
  test('the 46 ids of the reference of Confluence events are in the catalogue', () => {
    const listed = new Set(
      idsIn(readFileSync(EVENTS_DOCUMENT, 'utf8').matchAll(/• [\w ]+: (avi:confluence:[\w:]+)/g)),
    );
    expect(listed.size).toBe(46);
    for (const id of listed) expect(EVENT_IDS).toContain(id);
  });

  test('its seven examples are the fixtures', () => {
    const text = readFileSync(EVENTS_DOCUMENT, 'utf8').replaceAll(/\s+/g, '');
    const names = [
      'page-created',
      'comment-created',
      'space-created',
      'attachment-created',
      'label-added-to-live-doc',
      'label-added-to-space',
      'label-added-to-template',
    ];
    for (const name of names) {
      const fixture = readFileSync(join(ROOT, `test/fixtures/events/${name}.json`), 'utf8');
      expect(text.includes(fixture.replaceAll(/\s+/g, '')), name).toBe(true);
    }
  });

  test('the 83 ids of the table of events are the ids of the catalogue, with the scopes of the table', () => {
    const rows = [
      ...readFileSync(FACTS_DOCUMENT, 'utf8').matchAll(/^\| `(avi:confluence:[^`]+)` \|(.*)\|$/gm),
    ];
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(EVENT_IDS));
    for (const row of rows) {
      const cells = (row[2] ?? '').split('|').map((cell) => cell.trim());
      const scopes = scopesOf(cells[3] ?? '');
      if (scopes.length > 0)
        expect([...(findEvent(row[1] ?? '')?.scopes ?? [])].sort(), row[1]).toEqual(scopes);
    }
  });
});

function idsIn(matches: Iterable<RegExpMatchArray>): readonly string[] {
  return [...matches].flatMap((match) => match[1] ?? []);
}

/** `C.summary + W.content`, in the short names of the table. */
function scopesOf(cell: string): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    'C.summary': 'read:confluence-content.summary',
    'C.all': 'read:confluence-content.all',
    'S.summary': 'read:confluence-space.summary',
    'W.content': 'write:confluence-content',
    'W.space': 'write:confluence-space',
    U: 'read:confluence-user',
    G: 'read:confluence-groups',
  };
  return cell
    .split(' + ')
    .flatMap((name) => names[name] ?? [])
    .sort();
}
