// Escaping of text for URLs in attributes such as `href`. It must not let a value choose a scheme that runs code.

/** Schemes a value may bring along. Anything else loses its colon, and so its meaning. */
const SAFE_SCHEME = /^(?:https?|mailto|tel|ftp):/i;

/** What has been written of one URL so far. */
export interface UrlSoFar {
  /** Whether anything, by the author or by a value, stands before. */
  readonly started: boolean;
  /** The last character before, or the empty string. */
  readonly last: string;
  /** Whether a `?` or `#` stands before. */
  readonly pastPath: boolean;
}

/**
 * `value` as part of a URL, percent-encoded. At the beginning it is taken for a URL of its own; after the beginning
 * it is one component, unless it continues a path with a slash (`https://x.example/wiki` + `/spaces/ENG`).
 */
export function encodeUrlPart(value: string, before: UrlSoFar): string {
  if (!before.started) return encodeWhole(value);
  const continuesPath = !before.pastPath && before.last !== '/' && value.startsWith('/');
  return continuesPath ? encodeReserved(value) : encodeURIComponent(value);
}

function encodeWhole(value: string): string {
  const url = value.trim();
  // Browsers ignore blanks and control characters inside a scheme, so they are ignored here too.
  const compact = url.replace(/[\s\p{Cc}]/gu, '');
  const hasScheme = /^[^/?#]*:/.test(compact);
  return hasScheme && !SAFE_SCHEME.test(compact)
    ? encodeReserved(url).replaceAll(':', '%3A')
    : encodeReserved(url);
}

/** Keeps what has a meaning in a URL, and escapes that are there already. */
function encodeReserved(url: string): string {
  return encodeURI(url).replace(/%25([0-9a-f]{2})/gi, '%$1');
}
