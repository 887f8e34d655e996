// The OAuth scopes that Confluence events need, by the short names used in this folder.
// Classic scopes: labels, whiteboards and others are documented only with these.
// Source: developer.atlassian.com/platform/forge/events-reference/confluence

export const CONTENT_SUMMARY = 'read:confluence-content.summary';
export const CONTENT_ALL = 'read:confluence-content.all';
export const CONTENT_WRITE = 'write:confluence-content';
export const SPACE_SUMMARY = 'read:confluence-space.summary';
export const SPACE_WRITE = 'write:confluence-space';
export const USER_READ = 'read:confluence-user';
export const GROUPS_READ = 'read:confluence-groups';
/** Atlassian's page leaves the scope of the search event blank; searching itself needs this one. */
export const SEARCH = 'search:confluence';
