// The last invocations with what the app printed, for the page and for tests. Bounded; not kept over a restart.

import type { InvocationRecord, LogLine } from './invocation';

export interface InvocationLog {
  add(record: InvocationRecord): void;
  change(id: string, change: Partial<InvocationRecord>): void;
  addLine(id: string, line: LogLine): void;
  /** Newest first. */
  list(limit?: number): readonly InvocationRecord[];
  total(): number;
}

/** Kept invocations: some hours of a busy site, a few MB with their logs. */
const MAX_RECORDS = 500;

export function createInvocationLog(onChange: () => void): InvocationLog {
  const records = new Map<string, InvocationRecord>();
  let total = 0;

  function change(id: string, changes: Partial<InvocationRecord>): void {
    const record = records.get(id);
    if (record === undefined) return;
    records.set(id, { ...record, ...changes });
    onChange();
  }

  return {
    change,
    add(record) {
      total += 1;
      records.set(record.id, record);
      const [oldest] = records.keys();
      if (records.size > MAX_RECORDS && oldest !== undefined) records.delete(oldest);
      onChange();
    },
    addLine(id, line) {
      const record = records.get(id);
      if (record !== undefined) change(id, { logs: [...record.logs, line] });
    },
    list: (limit = MAX_RECORDS) => [...records.values()].reverse().slice(0, limit),
    total: () => total,
  };
}
