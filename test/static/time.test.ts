// Times in words, by the host's clock.

import { expect, it } from 'vitest';
import { relativeTime } from '../../static/host/ui/time';

const NOW = Date.UTC(2026, 10, 21, 12);

it.each([
  [0, 'just now'],
  [45_000, '45 seconds ago'],
  [60_000, '1 minute ago'],
  [3_600_000, '1 hour ago'],
  [2 * 86_400_000, '2 days ago'],
  [-7_200_000, 'in 2 hours'],
  [-10_000, 'in 10 seconds'],
])('says %i ms before now as "%s"', (distance, words) => {
  expect(relativeTime(NOW - distance, NOW)).toBe(words);
});

it('gives the date of what is further away than a week', () => {
  expect(relativeTime(Date.UTC(2026, 0, 5, 12), NOW)).toBe('Jan 5, 2026');
});
