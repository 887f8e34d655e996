// The host's own pages: their addresses and names, for the menu and the routes. Nothing else.

/** A page of the host. */
export interface HostPageEntry {
  readonly path: string;
  readonly title: string;
}

/** The host's pages, in the order of the menu. */
export const HOST_PAGES = [
  { path: '/_host', title: 'Status' },
  { path: '/_host/events', title: 'Events' },
  { path: '/_host/events/fire', title: 'Send an event' },
  { path: '/_host/invocations', title: 'Invocations' },
  { path: '/_host/pending', title: 'Pending work' },
  { path: '/_host/faults', title: 'Faults' },
  { path: '/_host/people', title: 'People' },
  { path: '/_host/unemulated', title: 'Not emulated' },
] as const satisfies readonly HostPageEntry[];
