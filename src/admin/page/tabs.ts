// The tabs of the page, and the views in each.

/** The tabs, in order, each with the views in it: more tabs would not fit a narrow window. */
export const TABS = [
  ['rules'],
  ['activity'],
  ['whyNot'],
  ['transfer', 'packs'],
  ['settings', 'health', 'changes'],
] as const;
export type Tab = (typeof TABS)[number][number];

/** Which of the tabs a view is in. */
export function tabIndexOf(tab: Tab): number {
  return TABS.findIndex((views) => views.some((view) => view === tab));
}
