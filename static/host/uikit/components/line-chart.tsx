// LineChart, as one SVG with a line for each group.

import { useEffect, useRef, useState } from 'react';
import { chartPoints, distinct } from '../chart-data';
import { numberProp } from '../node-props';
import type { RefObject } from 'react';
import type { NodeProps } from '../node-props';
import { chartColour, ChartFrame } from './chart-frame';

/** Until the place of the chart is measured. */
const FIRST_WIDTH_PX = 600;
const DEFAULT_HEIGHT_PX = 400;
const MARGIN = 16;

/** Draws `LineChart`. */
export function LineChart({ node }: NodeProps) {
  const points = chartPoints(node);
  const places = distinct(points, 'x');
  const groups = distinct(points, 'group');
  const height = numberProp(node, 'height') ?? DEFAULT_HEIGHT_PX;
  const highest = Math.max(1, ...points.map((point) => point.y));
  const [frame, width] = useWidth();
  const x = (place: string): number =>
    MARGIN + (places.indexOf(place) / Math.max(1, places.length - 1)) * (width - 2 * MARGIN);
  const y = (value: number): number => height - MARGIN - (value / highest) * (height - 2 * MARGIN);
  return (
    <ChartFrame node={node} points={points} legend={groups}>
      <svg ref={frame} width="100%" height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <line x1={MARGIN} x2={width - MARGIN} y1={y(0)} y2={y(0)} stroke="var(--ds-border)" />
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

/** The width that the drawing has on the page, so that its height stays what it was asked to be. */
function useWidth(): readonly [RefObject<SVGSVGElement>, number] {
  const frame = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH_PX);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width || FIRST_WIDTH_PX));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [frame, width];
}
