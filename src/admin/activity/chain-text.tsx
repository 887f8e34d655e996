// The chain that led to a run: the event at its root, the rules on the way, and the run itself.

import type { OpenedRun } from '../../core/admin/activity/open-run';
import { Fact } from '../shared/fact';
import { words } from '../wording';

/** The chain as a path; nothing for a run that no rule led to. */
export function ChainText(props: { readonly opened: OpenedRun }) {
  const { chain } = props.opened;
  if (chain.length === 0) return null;
  const { activity } = words;
  const path = [activity.chainRoot, ...chain.map(({ rule, name }) => name ?? rule), activity.chainHere];
  return <Fact label={activity.chain}>{path.join(' → ')}</Fact>;
}
