// Carries an import on from where it stands, until it is at rest or the call's share is used up. Whoever calls may die
// at any point: each slice is written together with the count of slices, and the next caller goes on from there.

import { indexAllRules } from '../rules/store-rule';
import { sliceWrites } from '../rules/rule-writes';
import type { Ports, RuleWrite } from '../ports';
import type { ImportJob } from './import-job';

type ImportPorts = Pick<Ports, 'rules' | 'history' | 'imports' | 'index' | 'clock' | 'random'>;

/** Slices that one call writes: a few seconds' worth on Forge, so that the page can show how far it is. */
const SLICES_PER_CALL = 10;

/** Indexing more rules than this takes a call of its own. */
const INDEXED_AT_ONCE = 200;

/** A caller of whom nothing was heard for so long is gone. */
const ABANDONED_MS = 2 * 60 * 1000;

/** True when nothing more will happen to the import. */
export function isImportAtRest({ state }: ImportJob): boolean {
  return state === 'done' || state === 'undone';
}

/** The import as it stands after this call's share. */
export async function advanceImport(job: ImportJob, ports: ImportPorts): Promise<ImportJob> {
  let current = job;
  for (let slice = 0; slice < SLICES_PER_CALL && !isImportAtRest(current); slice++) {
    const indexed = current.state === 'indexing';
    if (indexed && slice > 0 && current.rules > INDEXED_AT_ONCE) return current;
    current = await step(current, ports);
  }
  return current;
}

/** Takes up imports that were left behind; false while one is under way, and the rules are not to be indexed yet. */
export async function finishImports(ports: ImportPorts): Promise<boolean> {
  for (const job of await ports.imports.listOpen()) {
    if (ports.clock.nowMs() - Date.parse(job.touchedAt) < ABANDONED_MS) return false;
    let current = job;
    while (!isImportAtRest(current)) current = await advanceImport(current, ports);
  }
  return true;
}

async function step(job: ImportJob, ports: ImportPorts): Promise<ImportJob> {
  switch (job.state) {
    case 'writing':
      return job.written < job.slices ? writeSlice(job, ports) : put(job, { state: 'indexing' }, ports);
    case 'undoing':
      return job.written > 0 ? undoSlice(job, ports) : conclude(job, 'undone', ports);
    case 'indexing':
      return conclude(job, 'done', ports);
    default:
      return job;
  }
}

async function writeSlice(job: ImportJob, ports: ImportPorts): Promise<ImportJob> {
  const writes = await ports.imports.getSlice(job.id, job.written);
  if (writes === undefined) return undo(job, 'a part of what was to be imported is no longer kept', ports);
  const after = next(
    job,
    { written: job.written + 1, rulesWritten: job.rulesWritten + writes.length },
    ports,
  );
  const written = await ports.rules.commit(writes, { job: after });
  if (written.ok) return after;
  const stored = (await ports.imports.get(job.id)) ?? job;
  if (stored.revision !== job.revision) return stored; // Somebody else has carried it on.
  const names = await changedRules(writes, ports);
  return undo(job, `somebody else changed ${names} in the meantime`, ports);
}

/** Puts back what the last slice changed; a rule that was changed again since is left as it is. */
async function undoSlice(job: ImportJob, ports: ImportPorts): Promise<ImportJob> {
  const writes = (await ports.imports.getSlice(job.id, job.written - 1)) ?? [];
  const back: RuleWrite[] = [];
  for (const write of writes) {
    const stored = write.after === undefined ? undefined : await ports.rules.get(write.after.rule.id);
    if (stored?.version === write.after?.version) back.push(inverse(write, job, ports));
  }
  for (const slice of sliceWrites(back)) {
    const undone = await ports.rules.commit(slice);
    if (!undone.ok) return (await ports.imports.get(job.id)) ?? job;
  }
  return put(job, { written: job.written - 1, rulesWritten: job.rulesWritten - writes.length }, ports);
}

function inverse({ before, after }: RuleWrite, job: ImportJob, { clock }: ImportPorts): RuleWrite {
  if (after === undefined) throw new Error('Failed to undo an import: it holds a deletion, which none does.');
  if (before === undefined) return { before: after, after: undefined };
  const updatedAt = new Date(clock.nowMs()).toISOString();
  return { before: after, after: { ...before, version: after.version + 1, updatedAt, updatedBy: job.by } };
}

/** Has the index follow, and says in the change log how it ended. */
async function conclude(job: ImportJob, state: 'done' | 'undone', ports: ImportPorts): Promise<ImportJob> {
  await indexAllRules(ports);
  const ended = await put(job, { state }, ports);
  if (ended.state !== state) return ended;
  const kind = state === 'done' ? 'imported' : 'import-undone';
  const rules = job.rules === 1 ? '1 rule' : `${job.rules} rules`;
  const words = job.reason === undefined ? [rules] : [rules, job.reason];
  const { touchedAt: at, by, id } = ended;
  await ports.history.note({ v: 1, id: `${at}:import:${id}`, at, by, kind, words });
  return ended;
}

function undo(job: ImportJob, reason: string, ports: ImportPorts): Promise<ImportJob> {
  return put(job, { state: 'undoing', reason }, ports);
}

/** The job with these members, stored; as somebody else stored it, if they were first. */
async function put(job: ImportJob, members: Partial<ImportJob>, ports: ImportPorts): Promise<ImportJob> {
  const after = next(job, members, ports);
  const written = await ports.imports.put(after);
  return written.ok ? after : ((await ports.imports.get(job.id)) ?? job);
}

function next(job: ImportJob, members: Partial<ImportJob>, { clock }: ImportPorts): ImportJob {
  const touchedAt = new Date(clock.nowMs()).toISOString();
  return { ...job, ...members, revision: job.revision + 1, touchedAt };
}

async function changedRules(writes: readonly RuleWrite[], ports: ImportPorts): Promise<string> {
  const names: string[] = [];
  for (const { before, after } of writes) {
    const id = (after ?? before)?.rule.id ?? '';
    const stored = await ports.rules.get(id);
    if ((stored?.version ?? 0) !== (before?.version ?? 0)) names.push(`"${stored?.rule.name ?? id}"`);
  }
  return names.length === 0 ? 'a rule' : names.join(', ');
}
