// Events, runs and failures by the hour. It must not hold state.

import { Inline, LineChart, Stack, Text } from '@forge/react';
import type { HourPoint } from '../../core/admin/activity/hours';
import type { Loadable } from '../shared/loadable';
import { words } from '../wording';

/** The chart of the last hours; nothing while it loads or when nothing was counted. */
export function ChartPart(props: { readonly hours: Loadable<readonly HourPoint[]> }) {
  const { hours } = props;
  if (hours.status === 'failed') {
    return <Text color="color.text.subtle">{words.activity.noChart(hours.error.message)}</Text>;
  }
  if (hours.status === 'loading') return null;
  const total = hours.data.reduce((sum, { events, runs }) => sum + events + runs, 0);
  if (total === 0) return <Text color="color.text.subtle">{words.activity.nothingCounted}</Text>;
  const { chart } = words.activity;
  const data = hours.data.flatMap((point) => {
    const hour = hourText(point.hour);
    return [
      [hour, point.events, chart.events],
      [hour, point.runs, chart.runs],
      [hour, point.failures, chart.failures],
    ] as [string, number, string][];
  });
  return (
    <Stack space="space.050">
      <LineChart
        title={chart.title}
        subtitle={chart.subtitle}
        data={data}
        xAccessor={0}
        yAccessor={1}
        colorAccessor={2}
        height={220}
      />
      <Inline>
        <Text size="small" color="color.text.subtle">
          {chart.sums(sum(hours.data, 'events'), sum(hours.data, 'runs'), sum(hours.data, 'failures'))}
        </Text>
      </Inline>
    </Stack>
  );
}

function sum(points: readonly HourPoint[], name: 'events' | 'runs' | 'failures'): number {
  return points.reduce((all, point) => all + point[name], 0);
}

/** `14:00`, in the reader's time. */
function hourText(hour: string): string {
  const time = new Date(`${hour}:00:00.000Z`);
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(time);
}
