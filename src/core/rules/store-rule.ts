// Writes a rule and has the index follow it. What is written and not yet indexed is seen by the sweep, so that a process
// that dies between the two, or a store that refuses the index, leaves nothing unmatched for long. A rule that is stored
// is saved: what happens to the index afterwards never makes a failure of it.

import { describeDeletion, describeRuleChange } from '../history/change-record';
import { rebuildIndex, storeChange } from '../matching/shard-store';
import { ok } from '../result';
import type { Ports } from '../ports';
import type { Result } from '../result';
import type { ChangeKind } from '../history/change-record';
import type { StoredRule } from './rule';

type RulePorts = Pick<Ports, 'rules' | 'index' | 'random'>;
type ChangePorts = RulePorts & Pick<Ports, 'log'>;

/** A stored rule; `indexed` is false when events meet it only after the next sweep. */
export interface Written {
  readonly indexed: boolean;
}

/**
 * Puts `after` in the place of `before`, which is the version that was read; undefined for none. `kind` names the change
 * in the log where the two versions alone do not say it.
 */
export async function storeRule(
  before: StoredRule | undefined,
  after: StoredRule,
  ports: ChangePorts,
  kind?: ChangeKind,
): Promise<Result<Written, 'conflict'>> {
  const change = describeRuleChange(before, after, kind);
  const written = await ports.rules.commit([{ before, after }], { change });
  if (!written.ok) return written;
  return ok({ indexed: await follow({ before, after }, ports) });
}

/** Takes a rule away, from the store and from the index; what was read is kept among the earlier versions. */
export async function removeRule(
  before: StoredRule,
  deleted: { readonly at: string; readonly by: string },
  ports: ChangePorts,
): Promise<Result<void, 'conflict'>> {
  const change = describeDeletion(before, deleted.at, deleted.by);
  const written = await ports.rules.commit([{ before, after: undefined }], { change });
  if (!written.ok) return written;
  await follow({ before, after: undefined }, ports);
  return ok(undefined);
}

/** Indexes every rule anew: after many changes, or when the index has fallen behind. */
export async function indexAllRules(ports: RulePorts): Promise<void> {
  const generation = await ports.rules.generation();
  const built = await rebuildIndex(ports.index, () => ports.rules.all(), tokens(ports));
  if (built.ok) await ports.rules.markIndexed(generation);
}

/** Indexes every rule anew when a change was stored and its index was not; answers whether it had to. */
export async function repairIndex(ports: RulePorts): Promise<boolean> {
  if (await ports.rules.isIndexed()) return false;
  await indexAllRules(ports);
  return true;
}

/** Whether the index followed. */
async function follow(
  change: { readonly before: StoredRule | undefined; readonly after: StoredRule | undefined },
  ports: ChangePorts,
): Promise<boolean> {
  try {
    const generation = await ports.rules.generation();
    const followed = await storeChange(ports.index, change, () => ports.rules.all(), tokens(ports));
    // A conflict that does not end is left to the sweep, which finds the index not marked.
    if (followed.ok) await ports.rules.markIndexed(generation);
    return followed.ok;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    ports.log.error('A rule was stored and the index could not follow; the sweep indexes it', { cause });
    return false;
  }
}

/** Tokens of 52 random bits each. */
function tokens({ random }: RulePorts): () => string {
  return () => Math.floor(random.next() * Number.MAX_SAFE_INTEGER).toString(36);
}
