// Where a list goes on. It must not follow a link: what a server names is taken apart, never trusted.

/** The cursor inside `_links.next`. */
export function nextCursor(next: string | undefined): string | undefined {
  const query = next?.split('?')[1];
  return query === undefined ? undefined : (new URLSearchParams(query).get('cursor') ?? undefined);
}
