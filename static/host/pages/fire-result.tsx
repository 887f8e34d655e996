// What became of an event that was fired: where it was delivered, what each rule decided, what its actions did.

import Lozenge from '@atlaskit/lozenge';
import type { ComponentProps } from 'react';
import type { FireReport } from '../api/fire';
import { FactTable } from './fact-table';

type Appearance = NonNullable<ComponentProps<typeof Lozenge>['appearance']>;

/** Of verdicts and outcomes; the others are neutral. */
const LOOKS: Readonly<Record<string, Appearance>> = {
  acts: 'success',
  done: 'success',
  succeeded: 'success',
  failed: 'removed',
  'condition-error': 'removed',
  waiting: 'moved',
  'too large': 'removed',
};

function Mark({ word }: { readonly word: string }) {
  return <Lozenge appearance={LOOKS[word] ?? 'default'}>{word}</Lozenge>;
}

/** The result below the form. */
export function FireResult({ report }: { readonly report: FireReport }) {
  const steps = report.runs.flatMap((run) => run.steps.map((step) => ({ ...step, rule: run.rule })));
  return (
    <section aria-label="Result" aria-live="polite" className="fire-result">
      <h2>Result</h2>
      {report.deliveries.map(({ trigger, status, log }, index) => (
        <p key={index}>
          Trigger {trigger}: <Mark word={status === 'too-large' ? 'too large' : status} />{' '}
          {log === undefined ? null : <span className="quiet">{log}</span>}
        </p>
      ))}
      {report.deliveries.length === 0 ? <p>No trigger of the app wants this event.</p> : null}
      {report.atRest ? null : <p>The runs had not come to rest when the time was up.</p>}
      <h3>Rules</h3>
      {report.verdicts.length === 0 ? <p className="quiet">There are no rules yet.</p> : null}
      {report.verdicts.length === 0 ? null : (
        <FactTable
          head={['Rule', 'Verdict', 'Why']}
          rows={report.verdicts.map(({ rule, verdict, why }) => ({
            key: rule,
            cells: [rule, <Mark key="verdict" word={verdict} />, why ?? ''],
          }))}
        />
      )}
      <h3>Runs</h3>
      {steps.length === 0 ? <p className="quiet">No rule acted.</p> : null}
      {steps.length === 0 ? null : (
        <FactTable
          head={['Rule', 'Action', 'Outcome', 'Attempts', 'What happened']}
          rows={steps.map(({ rule, id, action, outcome, attempts, reason }) => ({
            key: `${rule} ${id}`,
            cells: [
              rule,
              <code key="action">{action}</code>,
              <Mark key="outcome" word={outcome} />,
              attempts,
              reason ?? '',
            ],
          }))}
        />
      )}
    </section>
  );
}
