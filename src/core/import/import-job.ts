// One import under way, as it is stored, and the port that stores it. Its rules are cut into slices, each written in one
// transaction together with the count of slices written; so whoever takes it up goes on exactly where it stopped.
//
//   staged    the text is being sent, in parts; ends by being begun, or is forgotten after a day
//   writing   slice after slice is written; ends in indexing, or in undoing when a rule was changed by somebody else
//   indexing  every rule is written; ends in done when the index holds them
//   undoing   what was written is put back, slice after slice, the last one first; ends in undone
//   done, undone   at rest

import * as v from 'valibot';
import type { RuleWrite } from '../ports';
import type { Result } from '../result';

const IMPORT_STATES = ['staged', 'writing', 'indexing', 'undoing', 'done', 'undone'] as const;

const ImportJobSchema = v.object({
  v: v.literal(1),
  id: v.string(),
  /** Rises with every write, from 1. */
  revision: v.number(),
  state: v.picklist(IMPORT_STATES),
  by: v.string(),
  touchedAt: v.string(),
  slices: v.number(),
  /** Slices that are written. */
  written: v.number(),
  /** Rules in all, and in the slices that are written. */
  rules: v.number(),
  rulesWritten: v.number(),
  /** Why it is being undone. */
  reason: v.exactOptional(v.string()),
});
export type ImportJob = v.InferOutput<typeof ImportJobSchema>;

/** Throws when the record is not one of version 1. */
export function parseImportJob(record: unknown): ImportJob {
  return v.parse(ImportJobSchema, record);
}

/** Imports under way. Texts and slices are forgotten after a day. */
export interface ImportStore {
  putText(id: string, part: number, text: string): Promise<void>;
  getText(id: string, part: number): Promise<string | undefined>;
  putSlice(id: string, slice: number, writes: readonly RuleWrite[]): Promise<void>;
  getSlice(id: string, slice: number): Promise<readonly RuleWrite[] | undefined>;
  get(id: string): Promise<ImportJob | undefined>;
  /** Writes over the revision below; revision 1 only where there is none. */
  put(job: ImportJob): Promise<Result<void, 'conflict'>>;
  /** Imports that are not at rest, the longest untouched first; at most 10. */
  listOpen(): Promise<readonly ImportJob[]>;
}
