// A row of buttons as wide as its buttons: in a Stack alone a ButtonGroup would stretch them.

import { ButtonGroup, Inline } from '@forge/react';
import type { ReactNode } from 'react';

/** Buttons that belong together; `label` names the group for those who cannot see it. */
export function Buttons(props: { readonly children: ReactNode; readonly label?: string }) {
  const { children, label } = props;
  return (
    <Inline>
      <ButtonGroup {...(label === undefined ? {} : { label })}>{children}</ButtonGroup>
    </Inline>
  );
}
