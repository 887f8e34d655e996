// Flags in the corner of the page: what was refused, what an app wants to say. It must not decide when.

import { FlagsProvider } from '@atlaskit/flag/flags-provider';
import { useFlags } from '@atlaskit/flag/use-flags';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactNode } from 'react';

/** One flag. */
export interface Notice {
  readonly id?: string;
  readonly appearance: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: readonly { readonly content: string; readonly onClick: () => void }[];
  /** Stays until dismissed when false. @default true except for errors */
  readonly isAutoDismiss?: boolean;
}

/** Holds the flags of the pages inside it. */
export function Flags({ children }: { readonly children: ReactNode }) {
  return <FlagsProvider>{children}</FlagsProvider>;
}

/** Shows a flag; answers how to take it away. */
export function useNotify(): (notice: Notice) => () => void {
  const { showFlag } = useFlags();
  return (notice) =>
    showFlag({
      ...(notice.id === undefined ? {} : { id: notice.id }),
      title: notice.title,
      description: notice.description,
      icon: icons[notice.appearance],
      isAutoDismiss: notice.isAutoDismiss ?? notice.appearance !== 'error',
      ...(notice.actions === undefined ? {} : { actions: [...notice.actions] }),
    });
}

const icons = {
  success: <SuccessIcon label="Success" color="var(--ds-icon-success)" />,
  info: <InformationIcon label="Information" color="var(--ds-icon-information)" />,
  warning: <WarningIcon label="Warning" color="var(--ds-icon-warning)" />,
  error: <ErrorIcon label="Error" color="var(--ds-icon-danger)" />,
};
