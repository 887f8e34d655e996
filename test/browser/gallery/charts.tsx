// Every chart, over the same few numbers.

import {
  BarChart,
  DonutChart,
  HorizontalBarChart,
  HorizontalStackBarChart,
  LineChart,
  PieChart,
  Stack,
  StackBarChart,
} from '@forge/react';

const ROWS = [
  ['Mon', 4, 'runs'],
  ['Mon', 1, 'failures'],
  ['Tue', 7, 'runs'],
  ['Tue', 2, 'failures'],
];
const AXES = { data: ROWS, xAccessor: 0, yAccessor: 1, colorAccessor: 2, height: 160 };
const SLICES = { data: ROWS.slice(0, 2), valueAccessor: 1, labelAccessor: 2, colorAccessor: 2 };

export function Charts() {
  return (
    <Stack>
      <BarChart {...AXES} title="Bars" />
      <StackBarChart {...AXES} title="Stacked bars" />
      <HorizontalBarChart {...AXES} title="Lying bars" />
      <HorizontalStackBarChart {...AXES} title="Lying stacks" />
      <LineChart {...AXES} title="Lines" subtitle="by day" />
      <PieChart {...SLICES} title="Pie" />
      <DonutChart {...SLICES} title="Donut" />
    </Stack>
  );
}
