// A page of what matches a filter that the store knows only in part: the store's pages are read and sifted, a bounded number
// of them for one answer, so that no filter makes a call slow. An answer may hold fewer items than a page, and go on.

/** A page of the store. */
interface StorePage<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

/** A page of what matched. */
export interface FilteredPage<T> {
  readonly items: readonly T[];
  /** Absent at the end. */
  readonly cursor?: string;
}

/** Where to go on: that many items into the store's page at that cursor. */
interface Place {
  readonly skip: number;
  readonly cursor: string | undefined;
}

/** Pages of the store that one answer reads at most. */
const MAX_READS = 5;

/** Reads from `from` on until `limit` items match, the store has no more, or it has read enough for one answer. */
export async function filteredPage<T>(options: {
  readonly from: string | undefined;
  readonly limit: number;
  readonly read: (cursor: string | undefined) => Promise<StorePage<T>>;
  readonly matches: (item: T) => boolean;
}): Promise<FilteredPage<T>> {
  const { limit, read, matches } = options;
  const items: T[] = [];
  let { skip, cursor } = placeOf(options.from);
  for (let reads = 0; reads < MAX_READS; reads += 1) {
    const page = await read(cursor);
    for (let index = skip; index < page.items.length; index += 1) {
      const item = page.items[index];
      if (item === undefined || !matches(item)) continue;
      if (items.length === limit) return { items, cursor: cursorOf({ skip: index, cursor }) };
      items.push(item);
    }
    if (page.cursor === undefined) return { items };
    cursor = page.cursor;
    skip = 0;
  }
  return { items, cursor: cursorOf({ skip, cursor }) };
}

function cursorOf({ skip, cursor }: Place): string {
  return `${skip}:${cursor ?? ''}`;
}

/** A cursor that is not one of ours starts from the beginning. */
function placeOf(from: string | undefined): Place {
  const [, skip = '0', cursor = ''] = /^(\d+):(.*)$/s.exec(from ?? '') ?? [];
  return { skip: Number(skip), cursor: cursor === '' ? undefined : cursor };
}
