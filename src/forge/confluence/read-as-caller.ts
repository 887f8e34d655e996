// Reading in the name of whoever called the resolver. What Confluence does not show to that user is not there: nothing tells
// a caller what exists beyond their sight.

import { FailureError } from '../../core/failure';
import { requestAs } from './request';
import type { Route } from '@forge/api';
import type { FailureKind } from '../../core/failure';

const HIDDEN: readonly FailureKind[] = ['forbidden', 'not-found'];

/** The body of the answer; undefined when the caller may not see it. Throws a `FailureError`. */
export async function readAsCaller(path: Route, purpose: string): Promise<unknown> {
  try {
    const response = await requestAs({ kind: 'caller' }, { method: 'GET', path, purpose });
    return await response.json();
  } catch (error) {
    if (error instanceof FailureError && HIDDEN.includes(error.failure.kind)) return undefined;
    throw error;
  }
}
