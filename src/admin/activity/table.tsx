// The table of runs. Cells hold no hooks: DynamicTable calls their components itself.

import { Checkbox, DynamicTable, Inline, Text } from '@forge/react';
import type { Run } from '../../core/runs/run';
import { words } from '../wording';
import { eventName } from '../shared/event-options';
import { checkedOf } from '../shared/input';
import { RunLozenge } from '../shared/outcome-lozenge';
import { TextButton } from '../shared/text-button';
import { Wide, column } from '../shared/wide';
import { whenText } from '../shared/when-text';
import type { EventOption } from '../shared/event-options';
import type { ActivityEvent } from './state';
import { subjectText } from './subject-text';

const { columns } = words.activity;
const HEAD = {
  cells: [
    { key: 'rule', content: columns.rule },
    { key: 'outcome', content: columns.outcome },
    { key: 'subject', content: columns.subject },
    { key: 'event', content: columns.event },
    { key: 'steps', content: columns.steps },
    { key: 'started', content: columns.started },
  ],
};

/** One page of runs. */
export function RunsTable(props: {
  readonly runs: readonly Run[];
  /** Ids of the failed runs that are chosen. */
  readonly chosen: readonly string[];
  readonly send: (event: ActivityEvent) => void;
  readonly events: readonly EventOption[];
}) {
  const { runs, chosen, send, events } = props;
  return (
    <Wide>
      <DynamicTable
        label={words.activity.title}
        head={HEAD}
        rows={runs.map((run) => ({
          key: run.id,
          cells: [
            { key: 'rule', content: column(ruleCell(run, chosen, send)) },
            { key: 'outcome', content: <RunLozenge outcome={run.outcome} /> },
            { key: 'subject', content: column(<Text>{subjectText(run.subject)}</Text>) },
            { key: 'event', content: column(<Text>{eventName(run.eventType, events)}</Text>) },
            { key: 'steps', content: column(<Text>{stepsText(run)}</Text>) },
            { key: 'started', content: column(<Text>{whenText(run.startedAt)}</Text>) },
          ],
        }))}
      />
    </Wide>
  );
}

/** The rule's name; before that of a failed run a box to choose it. */
function ruleCell(run: Run, chosen: readonly string[], send: (event: ActivityEvent) => void) {
  const name = <TextButton text={run.ruleName} onClick={() => send({ type: 'opened', id: run.id })} />;
  if (run.outcome !== 'failed') return name;
  const others = chosen.filter((id) => id !== run.id);
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      {name}
      <Checkbox
        label={words.activity.choose}
        isChecked={chosen.includes(run.id)}
        onChange={(event) =>
          send({ type: 'runs-chosen', ids: checkedOf(event) ? [...others, run.id] : others })
        }
      />
    </Inline>
  );
}

function stepsText(run: Run): string {
  const done = run.steps.filter((step) => step.outcome === 'done').length;
  return words.activity.stepsDone(done, run.steps.length);
}
