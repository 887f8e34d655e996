// Faults: makes requests of the app fail in a chosen way, so that one can watch what its rules do about it.

import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { clearFaults, listFaults } from '../api/host';
import { useAction } from '../state/use-action';
import { Loading, Nothing, Refusal } from '../ui/states';
import { AddFault } from './add-fault';

/** The page of faults. */
export function FaultsPage() {
  const { data, error } = useQuery({ queryKey: ['host', 'faults'], queryFn: listFaults });
  const clear = useAction('Could not clear the faults', clearFaults);
  return (
    <>
      <div className="page-heading">
        <h1>Faults</h1>
        <Button isDisabled={data === undefined || data.items.length === 0} onClick={() => void clear.run()}>
          Clear all
        </Button>
      </div>
      <p className="quiet">Faults act on the requests of the app, not on those of these pages.</p>
      <AddFault />
      {error !== null ? <Refusal title="The faults could not be read" error={error} /> : null}
      {data === undefined && error === null ? <Loading label="Loading the faults" /> : null}
      {data?.items.length === 0 ? <Nothing title="Nothing is made to fail" /> : null}
      <ol className="log">
        {data?.items.map((fault, index) => (
          <li key={index}>
            <pre className="storage-code">{JSON.stringify(fault, null, 2)}</pre>
          </li>
        ))}
      </ol>
    </>
  );
}
