import { describe, expect, it } from 'vitest';
import { formatDate, isUnknownZone, unknownDateField } from '../../../src/core/templates/date-format';
import { parseInstant } from '../../../src/core/templates/parse-instant';
import { rendered } from './render';

const INSTANT_MS = Date.UTC(2026, 6, 5, 23, 4, 9);

describe('dates', () => {
  it.each([
    ['2026-07-05T23:04:09.000Z', INSTANT_MS],
    ['2026-07-05T23:04:09Z', INSTANT_MS],
    ['2026-07-06T01:04:09+02:00', INSTANT_MS],
    ['2026-07-06T01:04:09.000+0200', INSTANT_MS],
    ['2026-07-05 13:34:09 -0930', INSTANT_MS],
    ['2026-07-05T23:04', INSTANT_MS - 9000],
    ['2026-07-05T23:04:09.123456Z', INSTANT_MS + 123],
    ['2026-07-05', Date.UTC(2026, 6, 5)],
    [String(INSTANT_MS), INSTANT_MS],
    ['2026-02-30', undefined],
    ['2026-13-01', undefined],
    ['yesterday', undefined],
    ['', undefined],
    ['2026', undefined],
  ])('reads %j', (text, instantMs) => {
    expect(parseInstant(text)).toBe(instantMs);
  });

  it.each([
    ['yyyy-MM-dd HH:mm:ss', 'UTC', '2026-07-05 23:04:09'],
    ['d.M.yy H:m:s', 'Europe/Berlin', '6.7.26 1:4:9'],
    ['EEEE, d MMMM yyyy', 'America/New_York', 'Sunday, 5 July 2026'],
    ['EEE MMM h a', 'America/New_York', 'Sun Jul 7 PM'],
    ['hh:mm a', 'Asia/Tokyo', '08:04 AM'],
    ['XXX', 'Asia/Kathmandu', '+05:45'],
    ['XXX', 'America/St_Johns', '-02:30'],
    ['XXX', 'UTC', 'Z'],
    ["'week of' d 'o''clock' ''", 'UTC', "week of 5 o'clock '"],
    ['', 'UTC', ''],
  ])('prints %j in %s', (format, zone, text) => {
    expect(formatDate(INSTANT_MS, format, zone)).toBe(text);
  });

  it('follow summer time', () => {
    const march = [Date.UTC(2026, 2, 29, 0, 59), Date.UTC(2026, 2, 29, 1, 0)];
    expect(march.map((ms) => formatDate(ms, 'HH:mm XXX', 'Europe/Berlin'))).toEqual([
      '01:59 +01:00',
      '03:00 +02:00',
    ]);
  });

  it('agree with Intl for any moment and zone', () => {
    for (const timeZone of ['Pacific/Apia', 'Africa/Monrovia', 'Australia/Lord_Howe', 'Antarctica/Troll']) {
      const intl = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'medium' });
      for (let year = 1970; year < 2030; year++) {
        const instantMs = Date.UTC(year, year % 12, year % 28, year % 24, 30, 15);
        // English dates of Intl separate with commas and "at" in ways that differ between its versions.
        const words = intl
          .format(instantMs)
          .match(/\w+/g)
          ?.filter((word) => word !== 'at');
        expect(formatDate(instantMs, 'EEEE d MMMM yyyy HH mm ss', timeZone)?.split(' ')).toEqual(words);
      }
    }
  });

  it('know formats and zones', () => {
    expect(unknownDateField('yyyy-mm-DD')).toBe('DD');
    expect(unknownDateField("yyyy 'DD'")).toBeUndefined();
    expect(isUnknownZone('Europe/Nowhere')).toBe(true);
    expect(isUnknownZone('')).toBe(true);
    expect(isUnknownZone('Europe/Paris')).toBe(false);
  });

  it('are printed as they are when they are none, and in the zone of the context unless one is named', () => {
    expect(rendered('{{date x}}|{{date y}}|{{date z}}', { x: 'soon', z: INSTANT_MS })).toBe(
      'soon||2026-07-05',
    );
    expect(rendered('{{date z "HH"}}', { z: INSTANT_MS }, { timeZone: 'Europe/Berlin' })).toBe('01');
    expect(() => rendered('{{date x zone=y}}', { x: '2026-01-01', y: 'Moon' })).toThrow(
      'helper: line 1, column 1: `date` expects a time zone such as "Europe/Berlin", got "Moon"',
    );
  });
});
