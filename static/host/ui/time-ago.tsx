// A moment in words, with the exact time on hover.

import { useHostNow } from '../state/session';
import { relativeTime } from './time';

/** "5 minutes ago" by the host's clock; nothing when `at` is absent or no date. */
export function TimeAgo({ at }: { readonly at: string | number | null | undefined }) {
  const nowMs = useHostNow();
  const atMs = typeof at === 'number' ? at : Date.parse(at ?? '');
  if (Number.isNaN(atMs)) return null;
  return (
    <time dateTime={new Date(atMs).toISOString()} title={new Date(atMs).toLocaleString('en-GB')}>
      {relativeTime(atMs, nowMs)}
    </time>
  );
}
