// A labelled field for text, with its help and its problems below: one line or several.

import { HelperMessage, Label, RequiredAsterisk, Stack, TextArea, Textfield } from '@forge/react';
import type { Problem } from '../../core/result';
import { textOf } from '../shared/input';
import { FieldProblems } from '../shared/problem-list';

/** A field that keeps what is typed itself and reports every change. */
export function TextField(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly help?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly type?: 'text' | 'number';
  /** With it, a field of so many lines. */
  readonly rows?: number;
  readonly monospaced?: boolean;
  readonly problems?: readonly Problem[];
  /** The field's path, for problems that lie deeper. */
  readonly path?: string;
}) {
  const { id, label, value, help, problems = [], required = false, disabled = false } = props;
  const shared = {
    id,
    name: id,
    defaultValue: value,
    isDisabled: disabled,
    isInvalid: problems.some((problem) => problem.level === 'error'),
    isMonospaced: props.monospaced ?? false,
    onChange: (event: Parameters<typeof textOf>[0]) => props.onChange(textOf(event)),
  };
  return (
    <Stack>
      <Label labelFor={id}>
        {label}
        {required ? <RequiredAsterisk /> : null}
      </Label>
      {props.rows === undefined ? (
        <Textfield {...shared} type={props.type ?? 'text'} />
      ) : (
        <TextArea
          {...shared}
          minimumRows={props.rows}
          resize="smart"
          spellCheck={props.monospaced !== true}
        />
      )}
      {help !== undefined && <HelperMessage>{help}</HelperMessage>}
      <FieldProblems problems={problems} path={props.path ?? id} />
    </Stack>
  );
}
