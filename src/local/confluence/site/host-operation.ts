// An operation of the host's own: it needs no scope, because no app can reach it.

import type { Method, Operation } from '../http/operation';

export function hostOperation(method: Method, path: string, perform: Operation['perform']): Operation {
  return { id: `${method} ${path}`, method, path, version: 0, scopes: [], perform };
}
