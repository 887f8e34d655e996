// What the host is: the app it runs, where its data is, what its clock says.

import { Link } from 'wouter';
import { useHostNow, useStatus } from '../state/session';
import { Loading, Refusal } from '../ui/states';
import { relativeTime } from '../ui/time';

/** The status page. */
export function StatusPage() {
  const { data, error } = useStatus();
  const nowMs = useHostNow();
  if (error !== null) return <Refusal title="The status could not be read" error={error} />;
  if (data === undefined) return <Loading label="Loading the status" />;
  const { app, clock } = data;
  const facts: readonly (readonly [string, string])[] = [
    ['App', `${app.name} ${app.version ?? ''}`.trim()],
    ['App id', app.id ?? ''],
    ['Address', data.url ?? location.origin],
    ['Data', data.dataDir ?? ''],
    ['Host time', new Date(nowMs).toLocaleString('en-GB')],
    ['Clock', clock.mode === 'manual' ? 'stands until moved' : 'runs'],
    ['Ahead of real time by', `${Math.round(clock.offsetMs / 1000)} s`],
    ['Next due', clock.nextDueMs === undefined ? 'nothing' : relativeTime(clock.nextDueMs, nowMs)],
    ['Warm containers', String(data.containers ?? 1)],
  ];
  return (
    <>
      <h1>Status</h1>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="counts">
        <Count to="/_host/invocations" value={data.invocationCount} label="invocations" />
        <Count to="/_host/pending" value={data.pendingCount} label="waiting" />
        <Count to="/_host/unemulated" value={data.unemulatedCount} label="not emulated" />
      </ul>
    </>
  );
}

function Count(props: { readonly to: string; readonly value: number; readonly label: string }) {
  return (
    <li>
      <Link href={props.to} className="count">
        <strong>{props.value}</strong>
        <span>{props.label}</span>
      </Link>
    </li>
  );
}
