// PieChart and DonutChart, as arcs of a circle.

import { chartSlices } from '../chart-data';
import type { NodeProps } from '../node-props';
import { chartColour, ChartFrame } from './chart-frame';

const RADIUS = 80;
/** A ring as wide as this, drawn around half of it, fills the circle; a narrower one leaves the hole. */
const PIE_WIDTH = RADIUS;
const DONUT_WIDTH = 32;

/** Draws `PieChart`. */
export function PieChart({ node }: NodeProps) {
  return <Circle node={node} width={PIE_WIDTH} />;
}

/** Draws `DonutChart`. */
export function DonutChart({ node }: NodeProps) {
  return <Circle node={node} width={DONUT_WIDTH} />;
}

function Circle({ node, width }: NodeProps & { readonly width: number }) {
  const slices = chartSlices(node);
  const total = slices.reduce((sum, slice) => sum + slice.y, 0);
  const radius = RADIUS - width / 2;
  const around = 2 * Math.PI * radius;
  let begin = 0;
  return (
    <ChartFrame node={node} points={slices} legend={slices.map((slice) => slice.x)}>
      <svg
        className="uikit-pie"
        viewBox={`${-RADIUS} ${-RADIUS} ${2 * RADIUS} ${2 * RADIUS}`}
        aria-hidden="true"
      >
        {slices.map((slice, index) => {
          const length = (slice.y / total) * around;
          const offset = -begin;
          begin += length;
          return (
            <circle
              key={index}
              r={radius}
              fill="none"
              stroke={chartColour(index)}
              strokeWidth={width}
              strokeDasharray={`${length} ${around - length}`}
              strokeDashoffset={offset}
              transform="rotate(-90)"
            >
              <title>{`${slice.x}: ${slice.y}`}</title>
            </circle>
          );
        })}
      </svg>
    </ChartFrame>
  );
}
