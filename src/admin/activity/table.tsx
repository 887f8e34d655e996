// The table of runs. Cells hold no hooks: DynamicTable calls their components itself.

import { DynamicTable, Text } from '@forge/react';
import type { Run } from '../../core/runs/run';
import { words } from '../wording';
import { eventName } from '../shared/event-options';
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
  readonly send: (event: ActivityEvent) => void;
  readonly events: readonly EventOption[];
}) {
  const { runs, send, events } = props;
  return (
    <Wide>
      <DynamicTable
        label={words.activity.title}
        head={HEAD}
        rows={runs.map((run) => ({
          key: run.id,
          cells: [
            { key: 'rule', content: column(ruleCell(run, send)) },
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

function ruleCell(run: Run, send: (event: ActivityEvent) => void) {
  return <TextButton text={run.ruleName} onClick={() => send({ type: 'opened', id: run.id })} />;
}

function stepsText(run: Run): string {
  const done = run.steps.filter((step) => step.outcome === 'done').length;
  return words.activity.stepsDone(done, run.steps.length);
}
