// What is wrong with a template's text, and where. It must not say what is wrong with data; see template-failure.ts.

import type { Problem } from '../result';
import type { HbsLocation } from './handlebars-parser';
import type { Position } from './template';

/** A problem of a template, with where it is in the text when the text could be read at all. */
export interface TemplateProblem extends Problem {
  readonly at?: Position;
}

/** A problem that says where. */
export function templateProblem(cause: string, at?: Position, suggestion?: string): TemplateProblem {
  const message = at === undefined ? cause : `line ${at.line}, column ${at.column}: ${cause}`;
  return {
    path: '',
    level: 'error',
    message,
    ...(at === undefined ? {} : { at }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Handlebars' place, counted from 1. */
export function positionOf(start: HbsLocation['start']): Position {
  return { line: start.line, column: start.column + 1 };
}
