// Where the pages are that the app has to itself. Confluence puts the ids of the app and its environment in between.

export const ADMIN_PATH = '/wiki/admin/rulewright';

/** The pattern of what `appPath` makes, and of all that lies below it. */
export const APP_PATHS = '/wiki/apps/:route/*?';

/** The address of the global page with that route. */
export function appPath(route: string): string {
  return `/wiki/apps/${route}`;
}
