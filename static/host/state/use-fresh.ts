// Tells which things of a list arrived after it was first shown, so that they can be pointed out. Pure of
// drawing; a thing counts as fresh only for a few seconds.

import { useEffect, useRef, useState } from 'react';

// Long enough to be noticed by someone who was looking elsewhere.
const FRESH_MS = 4000;

/** The keys that appeared since the list was first known; `keys` is `undefined` until then. */
export function useFresh(keys: readonly string[] | undefined): ReadonlySet<string> {
  const known = useRef<Set<string> | undefined>(undefined);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const joined = keys?.join('\n');
  useEffect(() => {
    if (joined === undefined) return;
    const current = joined === '' ? [] : joined.split('\n');
    const before = known.current;
    known.current = new Set([...(before ?? []), ...current]);
    const arrived = before === undefined ? [] : current.filter((key) => !before.has(key));
    if (arrived.length === 0) return;
    setFresh((earlier) => new Set([...earlier, ...arrived]));
    setTimeout(() => {
      setFresh((earlier) => new Set([...earlier].filter((key) => !arrived.includes(key))));
    }, FRESH_MS);
  }, [joined]);
  return fresh;
}
