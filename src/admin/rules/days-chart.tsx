// What a rule did in seven days as seven small bars, with the numbers in words beside it. Bars are boxes: a chart
// component in every row would make the list slow.

import { Box, Inline, Stack, Text, xcss } from '@forge/react';
import type { RuleStatistics } from '../../core/admin/api/rules-api';
import { words } from '../wording';

/** Heights of a bar, from nothing to the most of the seven days. */
const HEIGHTS = ['1px', '4px', '8px', '12px', '16px', '20px'] as const;

const good = HEIGHTS.map((height) =>
  xcss({ width: '6px', height, backgroundColor: 'color.background.accent.green.subtle' }),
);
const bad = HEIGHTS.map((height) =>
  xcss({ width: '6px', height, backgroundColor: 'color.background.accent.red.subtle' }),
);
const none = xcss({ width: '6px', height: '1px', backgroundColor: 'color.background.accent.gray.subtle' });

/** The bars, and `12 runs, 2 failed`. A function and no component, for DynamicTable's cells. */
export function daysChart({ days }: RuleStatistics) {
  const most = Math.max(1, ...days.map(({ runs }) => runs));
  const runs = days.reduce((sum, day) => sum + day.runs, 0);
  const failed = days.reduce((sum, day) => sum + day.failed, 0);
  const level = (count: number) => Math.ceil((count / most) * (HEIGHTS.length - 1));
  return (
    <Stack space="space.050">
      <Inline space="space.025" alignBlock="end">
        {days.map((day, index) => (
          <Stack key={index}>
            {day.runs === 0 && <Box xcss={none} />}
            {day.failed > 0 && <Box xcss={bad[level(day.failed)] ?? none} />}
            {day.runs > day.failed && <Box xcss={good[level(day.runs - day.failed)] ?? none} />}
          </Stack>
        ))}
      </Inline>
      <Text size="small">{words.rules.inSevenDays(runs, failed)}</Text>
    </Stack>
  );
}
