// Form and its parts: sections, labels and messages. Fields are in files of their own.

import {
  ErrorMessage as AtlaskitErrorMessage,
  FormFooter as AtlaskitFormFooter,
  FormHeader as AtlaskitFormHeader,
  FormSection as AtlaskitFormSection,
  HelperMessage as AtlaskitHelperMessage,
  Label as AtlaskitLabel,
  RequiredAsterisk as AtlaskitAsterisk,
  ValidMessage as AtlaskitValidMessage,
} from '@atlaskit/form';
import type { ComponentProps } from 'react';
import { drawChildren, drawSlot } from '../draw';
import { givenProps, handlerOf, textProp } from '../node-props';
import type { NodeProps } from '../node-props';

/** Draws `Form`; submitting calls the app, which keeps the values itself (`useForm`). */
export function Form({ node }: NodeProps) {
  const submit = handlerOf(node, 'onSubmit');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit?.();
      }}
    >
      {drawChildren(node)}
    </form>
  );
}

/** Draws `FormHeader`. */
export function FormHeader({ node }: NodeProps) {
  return (
    <AtlaskitFormHeader
      title={textProp(node, 'title') ?? ''}
      description={drawSlot(node.props['description'])}
    >
      {drawChildren(node)}
    </AtlaskitFormHeader>
  );
}

/** Draws `FormSection`. */
export function FormSection({ node }: NodeProps) {
  return (
    <AtlaskitFormSection
      title={textProp(node, 'title') ?? ''}
      description={drawSlot(node.props['description'])}
    >
      {drawChildren(node)}
    </AtlaskitFormSection>
  );
}

/** Draws `FormFooter`. */
export function FormFooter({ node }: NodeProps) {
  return (
    <AtlaskitFormFooter {...givenProps<ComponentProps<typeof AtlaskitFormFooter>>(node, ['align'])}>
      {drawChildren(node)}
    </AtlaskitFormFooter>
  );
}

/** Draws `Label`. */
export function Label({ node }: NodeProps) {
  return (
    <AtlaskitLabel
      {...givenProps<ComponentProps<typeof AtlaskitLabel>>(node, ['id', 'testId'])}
      htmlFor={textProp(node, 'labelFor') ?? ''}
    >
      {drawChildren(node)}
    </AtlaskitLabel>
  );
}

/** Draws `HelperMessage`. */
export function HelperMessage({ node }: NodeProps) {
  return <AtlaskitHelperMessage>{drawChildren(node)}</AtlaskitHelperMessage>;
}

/** Draws `ErrorMessage`. */
export function ErrorMessage({ node }: NodeProps) {
  return <AtlaskitErrorMessage>{drawChildren(node)}</AtlaskitErrorMessage>;
}

/** Draws `ValidMessage`. */
export function ValidMessage({ node }: NodeProps) {
  return <AtlaskitValidMessage>{drawChildren(node)}</AtlaskitValidMessage>;
}

/** Draws `RequiredAsterisk`. */
export function RequiredAsterisk() {
  return <AtlaskitAsterisk />;
}
