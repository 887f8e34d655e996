// `view.theme.enable()` for Custom UI resources: gives the frame the page's design tokens and keeps them current.

import { subscribeToTheme } from '../state/theme';

const MARK = 'data-rulewright-theme';
// The tokens' style sheets arrive a moment after the theme is set, each as a style element of its own.
const SETTLE_MS = 300;

/** Puts the page's theme on the frame's document, now and at each change. */
export function enableTheming(frame: Window): void {
  const copy = (): void => {
    const target = frame.document;
    for (const name of ['data-theme', 'data-color-mode', 'data-contrast-mode']) {
      const value = document.documentElement.getAttribute(name);
      if (value !== null) target.documentElement.setAttribute(name, value);
    }
    for (const old of target.head.querySelectorAll(`style[${MARK}]`)) old.remove();
    for (const style of document.head.querySelectorAll('style[data-theme]')) {
      const copied = target.createElement('style');
      copied.setAttribute(MARK, '');
      copied.textContent = style.textContent;
      target.head.append(copied);
    }
  };
  copy();
  const unsubscribe = subscribeToTheme(() => setTimeout(copy, SETTLE_MS));
  frame.addEventListener('pagehide', unsubscribe);
}
