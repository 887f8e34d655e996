// The calls of the app's functions, with how each ended and what it logged.

import Lozenge from '@atlaskit/lozenge';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { listInvocations } from '../api/host';
import type { Invocation } from '../api/host';
import { Loading, Nothing, Refusal } from '../ui/states';
import { TimeAgo } from '../ui/time-ago';

const SHOWN = 50;

type Appearance = NonNullable<ComponentProps<typeof Lozenge>['appearance']>;

const OUTCOME_LOOKS: Readonly<Record<string, Appearance>> = {
  ok: 'success',
  running: 'inprogress',
  'retry-asked': 'moved',
};

/** The page of invocations. */
export function InvocationsPage() {
  const { data, error } = useQuery({
    queryKey: ['host', 'invocations'],
    queryFn: () => listInvocations(SHOWN),
  });
  return (
    <>
      <h1>Invocations</h1>
      {error !== null ? <Refusal title="The invocations could not be read" error={error} /> : null}
      {data === undefined && error === null ? <Loading label="Loading the invocations" /> : null}
      {data?.items.length === 0 ? <Nothing title="No function has been called yet" /> : null}
      <ol className="log">
        {data?.items.map((invocation) => (
          <li key={invocation.id}>
            <InvocationEntry invocation={invocation} />
          </li>
        ))}
      </ol>
    </>
  );
}

function InvocationEntry({ invocation }: { readonly invocation: Invocation }) {
  const retries = invocation.retryCount ?? 0;
  return (
    <details>
      <summary>
        <span className="log-main">
          <code>{invocation.function}</code> <span className="quiet">{invocation.kind}</span>
        </span>
        <span className="log-side">
          {retries > 0 ? <span className="quiet">retry {retries}</span> : null}
          <Lozenge appearance={OUTCOME_LOOKS[invocation.outcome] ?? 'removed'}>{invocation.outcome}</Lozenge>
          <span className="quiet">
            {invocation.durationMs === undefined ? '' : `${Math.round(invocation.durationMs)} ms, `}
            <TimeAgo at={invocation.startedMs} />
          </span>
        </span>
      </summary>
      {invocation.message === undefined ? null : <p className="log-problem">{invocation.message}</p>}
      {invocation.logs.length === 0 ? <p className="quiet">It logged nothing.</p> : null}
      {invocation.logs.length > 0 ? (
        <pre className="storage-code">
          {invocation.logs.map((line) => `${line.level.padEnd(5)} ${line.text}`).join('\n')}
        </pre>
      ) : null}
      {invocation.logsDropped > 0 ? (
        <p className="quiet">{invocation.logsDropped} more lines were dropped.</p>
      ) : null}
    </details>
  );
}
