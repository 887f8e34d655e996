// Finds the site's operation that a request is for, by method and path template. It must not look at scopes.

import type { SiteOperation } from '../../services';

/** A finder over `operations`; the first that matches wins, as in the site's own router. */
export function createOperationFinder(
  operations: readonly SiteOperation[],
): (method: string, path: string) => SiteOperation | undefined {
  const patterns = operations.map((operation) => ({ operation, pattern: toPattern(operation.path) }));
  return (method, path) => {
    const [pathname = ''] = path.split('?');
    return patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(pathname))
      ?.operation;
  };
}

function toPattern(template: string): RegExp {
  const source = template
    .split(/\{[^}]*\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${source}$`);
}
