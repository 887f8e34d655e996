// A top bar button that opens a menu. Shared by the menus so that they look and behave alike.

import type { CustomTriggerProps } from '@atlaskit/dropdown-menu/types';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import type { ReactElement, ReactNode } from 'react';

/** Draws the button of a menu; `label` is its name where `children` is a picture. */
export function menuTrigger(
  children: ReactNode,
  label?: string,
): (trigger: CustomTriggerProps<HTMLButtonElement>) => ReactElement {
  return function MenuTrigger({ triggerRef, isSelected, testId, onClick, ...rest }) {
    return (
      <button
        {...rest}
        ref={triggerRef}
        type="button"
        className={isSelected === true ? 'top-bar-link is-open' : 'top-bar-link'}
        data-testid={testId}
        aria-label={label}
        title={label}
        onClick={onClick}
      >
        {children}
        {label === undefined ? <ChevronDownIcon label="" size="small" /> : null}
      </button>
    );
  };
}
