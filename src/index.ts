// What the manifest names. It only re-exports.

export { admin } from './forge/admin/resolver';
export { pageView, spaceView } from './forge/admin/viewer-resolvers';
export { onEvent } from './forge/on-event';
export { onEvent as onViewed } from './forge/on-event';
export { onQueue } from './forge/on-queue';
export { onSchedule } from './forge/on-schedule';
