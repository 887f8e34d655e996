// Work that waits for its time: deliveries, retries, queue messages, schedules.

import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { advanceToNext, listPending } from '../api/host';
import { useAction } from '../state/use-action';
import { Loading, Nothing, Refusal } from '../ui/states';
import { TimeAgo } from '../ui/time-ago';
import { FactTable } from './fact-table';

/** The page of pending work. */
export function PendingPage() {
  const { data, error } = useQuery({ queryKey: ['host', 'pending'], queryFn: listPending });
  const next = useAction('Could not move the clock', advanceToNext);
  return (
    <>
      <div className="page-heading">
        <h1>Pending work</h1>
        <Button
          isLoading={next.isRunning}
          isDisabled={data?.items.length === 0}
          onClick={() => void next.run()}
        >
          Move the clock to the next
        </Button>
      </div>
      {error !== null ? <Refusal title="The pending work could not be read" error={error} /> : null}
      {data === undefined && error === null ? <Loading label="Loading the pending work" /> : null}
      {data?.items.length === 0 ? <Nothing title="Nothing is waiting" /> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <FactTable
          head={['What', 'Kind', 'Function', 'Attempt', 'Due']}
          rows={data.items.map((item) => ({
            key: item.id,
            cells: [
              item.what,
              item.kind,
              <code key="function">{item.function}</code>,
              item.attempt,
              <TimeAgo key="due" at={item.dueMs} />,
            ],
          }))}
        />
      )}
    </>
  );
}
