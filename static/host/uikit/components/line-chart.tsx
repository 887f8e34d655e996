// LineChart, as one SVG with a line for each group.

import { chartPoints, distinct } from '../chart-data';
import { numberProp } from '../node-props';
import type { NodeProps } from '../node-props';
import { chartColour, ChartFrame } from './chart-frame';

const WIDTH = 600;
const DEFAULT_HEIGHT_PX = 400;
const MARGIN = 16;

/** Draws `LineChart`. */
export function LineChart({ node }: NodeProps) {
  const points = chartPoints(node);
  const places = distinct(points, 'x');
  const groups = distinct(points, 'group');
  const height = numberProp(node, 'height') ?? DEFAULT_HEIGHT_PX;
  const highest = Math.max(1, ...points.map((point) => point.y));
  const x = (place: string): number =>
    MARGIN + (places.indexOf(place) / Math.max(1, places.length - 1)) * (WIDTH - 2 * MARGIN);
  const y = (value: number): number => height - MARGIN - (value / highest) * (height - 2 * MARGIN);
  return (
    <ChartFrame node={node} points={points} legend={groups}>
      <svg className="uikit-line" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        <line x1={MARGIN} x2={WIDTH - MARGIN} y1={y(0)} y2={y(0)} stroke="var(--ds-border)" />
        <text x={MARGIN} y={MARGIN - 4} className="chart-text">
          {highest}
        </text>
        {groups.map((group, index) => {
          const line = points.filter((point) => point.group === group);
          return (
            <g key={group} stroke={chartColour(index)} fill={chartColour(index)}>
              <polyline
                fill="none"
                strokeWidth="2"
                points={line.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')}
              />
              {line.map((point, position) => (
                <circle key={position} cx={x(point.x)} cy={y(point.y)} r="3">
                  <title>{`${point.x}: ${point.y}`}</title>
                </circle>
              ))}
            </g>
          );
        })}
      </svg>
      <div className="chart-ends quiet" aria-hidden="true">
        <span>{places[0]}</span>
        <span>{places.at(-1)}</span>
      </div>
    </ChartFrame>
  );
}
