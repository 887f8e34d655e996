// Light or dark: follows the system until someone chooses, and remembers the choice in this browser.
// It must not style anything; Atlaskit's tokens do.

import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import { useEffect, useSyncExternalStore } from 'react';

/** What a person can choose. */
export type ThemeChoice = 'auto' | 'light' | 'dark';

const STORAGE_KEY = 'rulewright-theme';
const listeners = new Set<() => void>();

/** The choice, and how to change it. */
export function useTheme(): { choice: ThemeChoice; choose: (choice: ThemeChoice) => void } {
  const choice = useSyncExternalStore(subscribe, readChoice);
  return { choice, choose };
}

/** Puts the chosen theme on the document, now and at each change; for the root of the pages. */
export function useApplyTheme(): void {
  const { choice } = useTheme();
  useEffect(() => {
    void setGlobalTheme({
      colorMode: choice,
      light: 'light',
      dark: 'dark',
      spacing: 'spacing',
      typography: 'typography',
      shape: 'shape',
    });
  }, [choice]);
}

/** The theme that is in force, as the bridge tells it to apps. */
export function currentColorMode(): 'light' | 'dark' {
  const choice = readChoice();
  if (choice !== 'auto') return choice;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Calls `listener` when the theme in force may have changed; answers the unsubscription. */
export function subscribeToTheme(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', listener);
  const unsubscribe = subscribe(listener);
  return () => {
    system.removeEventListener('change', listener);
    unsubscribe();
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(STORAGE_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

function choose(choice: ThemeChoice): void {
  localStorage.setItem(STORAGE_KEY, choice);
  for (const listener of listeners) listener();
}
