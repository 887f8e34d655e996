// BarChart, StackBarChart and their horizontal forms, as plain boxes: bars are lengths, so they need no drawing.

import { chartPoints, distinct } from '../chart-data';
import type { ChartPoint } from '../chart-data';
import { numberProp } from '../node-props';
import type { NodeProps } from '../node-props';
import { chartColour, ChartFrame } from './chart-frame';

// UI Kit's charts are 400 px high unless told otherwise; the frame around takes some of it.
const DEFAULT_HEIGHT_PX = 400;
const PERCENT = 100;

/** Draws `BarChart`. */
export function BarChart({ node }: NodeProps) {
  return <Bars node={node} isStacked={false} isHorizontal={false} />;
}

/** Draws `StackBarChart`. */
export function StackBarChart({ node }: NodeProps) {
  return <Bars node={node} isStacked isHorizontal={false} />;
}

/** Draws `HorizontalBarChart`. */
export function HorizontalBarChart({ node }: NodeProps) {
  return <Bars node={node} isStacked={false} isHorizontal />;
}

/** Draws `HorizontalStackBarChart`. */
export function HorizontalStackBarChart({ node }: NodeProps) {
  return <Bars node={node} isStacked isHorizontal />;
}

function Bars({
  node,
  isStacked,
  isHorizontal,
}: NodeProps & { readonly isStacked: boolean; readonly isHorizontal: boolean }) {
  const points = chartPoints(node);
  const places = distinct(points, 'x');
  const groups = distinct(points, 'group');
  const at = (place: string): readonly ChartPoint[] => points.filter((point) => point.x === place);
  const length = (place: string): number => {
    const values = at(place).map((point) => point.y);
    return isStacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
  };
  const longest = Math.max(1, ...places.map(length));
  const height = isHorizontal ? {} : { height: numberProp(node, 'height') ?? DEFAULT_HEIGHT_PX };
  const direction = isHorizontal ? 'is-horizontal' : 'is-vertical';
  return (
    <ChartFrame node={node} points={points} legend={groups}>
      <div
        className={`uikit-bars ${direction}${isStacked ? ' is-stacked' : ''}`}
        style={height}
        aria-hidden="true"
      >
        {places.map((place) => (
          <div key={place} className="bar-place">
            <div className="bar-stack">
              {at(place).map((point, index) => (
                <div
                  key={index}
                  className="bar"
                  title={`${point.x}${point.group === '' ? '' : `, ${point.group}`}: ${point.y}`}
                  style={{
                    [isHorizontal ? 'width' : 'height']: `${(Math.max(0, point.y) / longest) * PERCENT}%`,
                    background: chartColour(Math.max(0, groups.indexOf(point.group))),
                  }}
                />
              ))}
            </div>
            <div className="bar-name">{place}</div>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}
