// Reads a chart's data the way UI Kit's charts take it: rows that are arrays or objects, and accessors that are
// indexes or names. Pure.

import type { DocNode } from './forge-doc';

/** One value of a chart. */
export interface ChartPoint {
  readonly x: string;
  readonly y: number;
  /** The group that decides the colour; empty when there are none. */
  readonly group: string;
}

/** The points of a bar or line chart; rows without a number are left out. */
export function chartPoints(node: DocNode): readonly ChartPoint[] {
  return rows(node).flatMap((row) => {
    const y = Number(cell(row, node.props['yAccessor']));
    if (!Number.isFinite(y)) return [];
    return [
      { x: word(cell(row, node.props['xAccessor'])), y, group: word(cell(row, node.props['colorAccessor'])) },
    ];
  });
}

/** The slices of a pie or donut chart. */
export function chartSlices(node: DocNode): readonly ChartPoint[] {
  return rows(node).flatMap((row) => {
    const y = Number(cell(row, node.props['valueAccessor']));
    if (!(y > 0)) return [];
    const label = word(cell(row, node.props['labelAccessor'] ?? node.props['colorAccessor']));
    return [{ x: label, y, group: word(cell(row, node.props['colorAccessor'])) }];
  });
}

/** The distinct values of one field, in order of appearance. */
export function distinct(points: readonly ChartPoint[], field: 'x' | 'group'): readonly string[] {
  return [...new Set(points.map((point) => point[field]))];
}

function rows(node: DocNode): readonly unknown[] {
  const data = node.props['data'];
  return Array.isArray(data) ? data : [];
}

function cell(row: unknown, accessor: unknown): unknown {
  if (typeof row !== 'object' || row === null) return undefined;
  if (typeof accessor !== 'string' && typeof accessor !== 'number') return undefined;
  return Object.hasOwn(row, accessor) ? Reflect.get(row, accessor) : undefined;
}

function word(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
