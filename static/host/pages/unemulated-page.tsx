// Requests that the host had to refuse because it does not emulate what they ask for.

import { useQuery } from '@tanstack/react-query';
import { listUnemulated } from '../api/host';
import { Loading, Nothing, Refusal } from '../ui/states';
import { TimeAgo } from '../ui/time-ago';
import { FactTable } from './fact-table';

/** The page of what is not emulated. */
export function UnemulatedPage() {
  const { data, error } = useQuery({ queryKey: ['host', 'unemulated'], queryFn: listUnemulated });
  return (
    <>
      <h1>Not emulated</h1>
      <p className="quiet">Each of these was answered with 501, never with an empty success.</p>
      {error !== null ? <Refusal title="The list could not be read" error={error} /> : null}
      {data === undefined && error === null ? <Loading label="Loading the list" /> : null}
      {data?.items.length === 0 ? <Nothing title="Everything asked for could be answered" /> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <FactTable
          head={['Request', 'To', 'Times', 'Last']}
          rows={data.items.map((item) => ({
            key: `${item.target} ${item.method} ${item.path}`,
            cells: [
              <code key="request">
                {item.method} {item.path}
              </code>,
              item.target,
              item.count,
              <TimeAgo key="at" at={item.atMs} />,
            ],
          }))}
        />
      )}
    </>
  );
}
