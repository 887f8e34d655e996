// One action of a run: how it stands, as whom it acts, and each attempt with its time and reason.

import { Inline, List, ListItem, Stack, Text, User } from '@forge/react';
import { actionForm } from '../../core/actions/forms';
import type { Attempt, Step } from '../../core/runs/run';
import type { Identity } from '../../core/rules/rule';
import { words } from '../wording';
import { Card } from '../shared/card';
import { StepLozenge } from '../shared/outcome-lozenge';
import { whenText } from '../shared/when-text';
import { plainPreview } from '../verdicts/plain-preview';
import { waitText } from './wait-text';

/** A step with its attempts. */
export function StepView(props: {
  readonly step: Step;
  /** What it does, in a line. */
  readonly line: string | undefined;
  /** When its run began. */
  readonly startedAt: string;
}) {
  const { step, line, startedAt } = props;
  return (
    <Card>
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Text weight="medium">{actionForm(step.action)?.label ?? step.action}</Text>
        <StepLozenge outcome={step.outcome} />
        <Text color="color.text.subtlest">{words.common.lead(words.activity.as)}</Text>
        <IdentityName identity={step.as} />
      </Inline>
      {line !== undefined && <Text color="color.text.subtle">{plainPreview(line)}</Text>}
      {step.reason !== undefined && <Text>{step.reason}</Text>}
      {step.outcome === 'waiting' && step.dueAt !== undefined && (
        <Text weight="medium">{words.activity.dueAt(whenText(step.dueAt))}</Text>
      )}
      {step.attempts.length === 0 ? (
        <Text color="color.text.subtlest">{words.activity.notTried}</Text>
      ) : (
        <List type="unordered">
          {step.attempts.map((attempt, index) => (
            <ListItem key={`${attempt.at}:${index}`}>
              <Stack>
                <Text>{attemptText(attempt, index, step, startedAt)}</Text>
                {(attempt.requests ?? []).map(({ method, path, status }, at) => (
                  <Text key={at} size="small" color="color.text.subtle">
                    {words.activity.request(method, path, status)}
                  </Text>
                ))}
              </Stack>
            </ListItem>
          ))}
        </List>
      )}
    </Card>
  );
}

function IdentityName(props: { readonly identity: Identity }) {
  const { identity } = props;
  if (typeof identity === 'object') return <User accountId={identity.accountId} />;
  return <Text>{identity === 'app' ? words.common.app : words.common.initiator}</Text>;
}

/** `Attempt 2, 21 Nov 2026, 21:16:05: failed, will be tried again. HTTP 429. …` */
function attemptText(attempt: Attempt, index: number, step: Step, startedAt: string): string {
  const { failure } = attempt;
  const number = (step.attemptsLeftOut ?? 0) + index + 1;
  const before = step.attempts[index - 1]?.at ?? startedAt;
  const waited = waitText(Date.parse(attempt.at) - Date.parse(before));
  const parts = [
    words.activity.attempt(number, whenText(attempt.at), words.activity.attemptOutcome[attempt.outcome]),
    ...(index === 0 || waited === undefined ? [] : [words.activity.waited(waited)]),
  ];
  if (failure !== undefined) {
    // The last failure is often the step's reason, which stands above already.
    if (failure.message !== step.reason) parts.push(failure.message);
    if (failure.status !== undefined) parts.push(words.activity.status(failure.status));
    if (failure.retryAfterSeconds !== undefined)
      parts.push(words.activity.retryAfter(failure.retryAfterSeconds));
  }
  return words.activity.sentences(parts.map((part) => part.replace(/\.$/, '')));
}
