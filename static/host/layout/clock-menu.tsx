// The host's clock, and the ways to push it ahead.

import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ClockIcon from '@atlaskit/icon/core/clock';
import { advanceClock, advanceToNext } from '../api/host';
import { useHostNow, useStatus } from '../state/session';
import { useAction } from '../state/use-action';
import { clockText, relativeTime } from '../ui/time';
import { menuTrigger } from './menu-trigger';

const MINUTE_MS = 60_000;
const STEPS = [
  { label: '+1 min', ms: MINUTE_MS },
  { label: '+15 min', ms: 15 * MINUTE_MS },
  { label: '+1 h', ms: 60 * MINUTE_MS },
  { label: '+1 day', ms: 24 * 60 * MINUTE_MS },
] as const;

/** The clock of the top bar. */
export function ClockMenu() {
  const { data: status } = useStatus();
  const nowMs = useHostNow();
  const advance = useAction('Could not move the clock', advanceClock);
  const next = useAction('Could not move the clock', advanceToNext);
  if (status === undefined) return null;
  const { mode, offsetMs, nextDueMs } = status.clock;
  const kind =
    mode === 'manual'
      ? 'Stands until moved'
      : offsetMs > 0
        ? 'Runs, ahead of real time'
        : 'Runs with real time';
  return (
    <DropdownMenu
      trigger={menuTrigger(
        <span className="clock">
          <ClockIcon label="Host time" size="small" />
          <span>{clockText(nowMs)}</span>
        </span>,
      )}
    >
      <DropdownItemGroup title={`Host time. ${kind}`}>
        {STEPS.map((step) => (
          <DropdownItem key={step.label} onClick={() => void advance.run(step.ms)}>
            {step.label}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
      <DropdownItemGroup hasSeparator title={`${status.pendingCount} waiting`}>
        <DropdownItem isDisabled={nextDueMs === undefined} onClick={() => void next.run()}>
          {nextDueMs === undefined
            ? 'Nothing is due'
            : `To the next due work (${relativeTime(nextDueMs, nowMs)})`}
        </DropdownItem>
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
