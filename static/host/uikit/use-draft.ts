// The value of a field that the app controls. The app answers a keystroke a moment later, so what was typed is
// shown at once; the app's own value wins as soon as it says something that was not typed.

import { useRef, useState } from 'react';

/** What to show, what to call on each change, and what to call when the field is left. */
export interface DraftValue<T> {
  readonly value: T | undefined;
  readonly change: (next: T) => void;
  /** Shows the app's value again, if the app did not take what was typed. */
  readonly settle: () => void;
}

/** Follows `given`, the app's value; `undefined` means that the app does not control the field. */
export function useDraft<T>(given: T | undefined): DraftValue<T> {
  const [draft, setDraft] = useState(given);
  const [seen, setSeen] = useState(given);
  const sent = useRef<readonly T[]>([]);
  if (!Object.is(given, seen)) {
    setSeen(given);
    const position = given === undefined ? -1 : sent.current.indexOf(given);
    sent.current = position === -1 ? [] : sent.current.slice(position + 1);
    // While later keystrokes are still on their way to the app, its answer to an earlier one is old news.
    if (sent.current.length === 0) setDraft(given);
  }
  return {
    value: given === undefined ? undefined : draft,
    change: (next) => {
      sent.current = [...sent.current, next];
      setDraft(next);
    },
    settle: () => {
      sent.current = [];
      setDraft(given);
    },
  };
}
