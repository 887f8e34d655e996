// What all charts have around their picture: title, subtitle, colours, legend, and the numbers as a table for
// those who cannot see it.

import VisuallyHidden from '@atlaskit/visually-hidden';
import type { ReactNode } from 'react';
import type { ChartPoint } from '../chart-data';
import type { DocNode } from '../forge-doc';
import { textProp } from '../node-props';

const COLOURS = [
  'var(--ds-chart-categorical-1)',
  'var(--ds-chart-categorical-2)',
  'var(--ds-chart-categorical-3)',
  'var(--ds-chart-categorical-4)',
  'var(--ds-chart-categorical-5)',
  'var(--ds-chart-categorical-6)',
  'var(--ds-chart-categorical-7)',
  'var(--ds-chart-categorical-8)',
];

/** The colour of the group with that position in its chart. */
export function chartColour(index: number): string {
  return COLOURS[index % COLOURS.length] ?? 'currentColor';
}

/** The frame of a chart. */
export function ChartFrame(props: {
  readonly node: DocNode;
  readonly points: readonly ChartPoint[];
  readonly legend: readonly string[];
  readonly children: ReactNode;
}) {
  const { node, points, legend } = props;
  const title = textProp(node, 'title');
  const subtitle = textProp(node, 'subtitle');
  return (
    <figure className={node.props['showBorder'] === false ? 'uikit-chart' : 'uikit-chart has-border'}>
      {title === undefined ? null : <figcaption>{title}</figcaption>}
      {subtitle === undefined ? null : <p className="quiet">{subtitle}</p>}
      {props.children}
      {legend.length > 1 ? (
        <ul className="uikit-legend" aria-hidden="true">
          {legend.map((name, index) => (
            <li key={name}>
              <span style={{ background: chartColour(index) }} /> {name}
            </li>
          ))}
        </ul>
      ) : null}
      <VisuallyHidden>
        <table>
          <caption>{title ?? 'Chart data'}</caption>
          <tbody>
            {points.map((point, index) => (
              <tr key={index}>
                <th scope="row">{point.group === '' ? point.x : `${point.x}, ${point.group}`}</th>
                <td>{point.y}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}
