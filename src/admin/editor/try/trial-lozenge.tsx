// The verdict of a trial as a coloured word.

import { Lozenge } from '@forge/react';
import type { Trial } from '../../../core/runs/try-rule';
import { words } from '../../wording';
import { VerdictLozenge } from '../../verdicts/verdict-card';

/** Like a verdict's, with one more: it depends on what has not been looked up. */
export function TrialLozenge({ verdict }: { readonly verdict: Trial['verdict'] }) {
  return verdict === 'depends' ? (
    <Lozenge appearance="moved">{words.tryIt.depends}</Lozenge>
  ) : (
    <VerdictLozenge verdict={verdict} />
  );
}
