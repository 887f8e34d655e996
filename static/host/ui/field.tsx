// A field with its label above and its help below.

import { HelperMessage, Label } from '@atlaskit/form';
import type { ReactNode } from 'react';

/** The frame of one form field; `id` is the id of the control inside. */
export function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="field">
      <Label htmlFor={props.id}>{props.label}</Label>
      {props.children}
      {props.help === undefined ? null : <HelperMessage>{props.help}</HelperMessage>}
    </div>
  );
}
