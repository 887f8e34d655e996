// When a search begins that follows what somebody types.

/** How long the typing rests before. */
export const SEARCH_REST_MS = 300;
