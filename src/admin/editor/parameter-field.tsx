// One parameter of an action, drawn from its description in the action forms. New kinds of action need no
// change here; a new sort of input does, and the build says so.

import { Checkbox, HelperMessage, Label, Select, Stack, TextArea, UserPicker } from '@forge/react';
import { useState } from 'react';
import { assertNever } from '../../core/assert-never';
import type { JsonValue } from '../../core/json';
import type { ActionField, FieldInput } from '../../core/actions/forms';
import { words } from '../wording';
import { checkedOf, textOf, valuesOf } from '../shared/input';
import { userIdsOf } from '../shared/user-ids';
import { FieldProblems } from '../shared/problem-list';
import { jsonParameter, listOf, numberOrText, parametersOf, textValue } from './parameter-values';
import { InsertField } from './insert-field';
import { withPlaceholder } from './template-fields';
import { TextField } from './text-field';
import { formatListText, parseListText } from './list-text';
import type { ActionProps } from './action-card';

type Props = ActionProps & { readonly field: ActionField };

/** The field of one parameter; `field.name` empty stands for all parameters as one JSON value. */
export function ParameterField(props: Props) {
  const { change, action, actionKey: key, field, index, problems } = props;
  const path = `then[${index}].with${field.name === '' ? '' : `.${field.name}`}`;
  const id = `with-${key}-${field.name}`;
  const value: JsonValue | undefined = field.name === '' ? action.with : parametersOf(action)[field.name];
  const set = (after: JsonValue | undefined) =>
    field.name === ''
      ? change({ type: 'action-patched', key, patch: { with: jsonParameter(after) } })
      : change({ type: 'parameter-set', key, name: field.name, value: after });
  const [inserted, setInserted] = useState(0);
  const insert = (input: FieldInput & { template?: boolean }, after: (placeholder: string) => JsonValue) =>
    input.template === true && (
      <InsertField
        id={id}
        when={props.state.draft.rule.when}
        storage={input.type === 'long-text' && input.storage === true}
        onInsert={(placeholder) => {
          set(after(placeholder));
          setInserted(inserted + 1);
        }}
      />
    );
  const append = (placeholder: string) => withPlaceholder(textValue(value), placeholder);
  const text = {
    id,
    path,
    label: field.label,
    ...(field.help === undefined ? {} : { help: field.help }),
    required: field.required ?? false,
    problems: problems(path),
  };
  const { input } = field;
  switch (input.type) {
    case 'text':
      return (
        <Stack>
          <TextField
            {...text}
            key={inserted}
            value={textValue(value)}
            onChange={(typed) => set(optional(typed, field))}
          />
          {insert(input, append)}
        </Stack>
      );
    case 'long-text':
      return (
        <Stack>
          <TextField
            {...text}
            key={inserted}
            rows={input.rows ?? 4}
            value={textValue(value)}
            onChange={(typed) => set(optional(typed, field))}
          />
          {insert(input, append)}
        </Stack>
      );
    case 'list':
      return (
        <Stack>
          <TextField
            {...text}
            key={inserted}
            value={formatListText(listOf(value))}
            onChange={(typed) => set([...parseListText(typed)])}
          />
          {insert(input, (placeholder) => [...listOf(value), placeholder])}
        </Stack>
      );
    case 'number':
      return (
        <TextField
          {...text}
          type="number"
          value={textValue(value)}
          onChange={(typed) => set(numberOrText(typed))}
        />
      );
    case 'json':
      return <JsonField {...props} id={id} path={path} value={value} set={set} />;
    case 'flag':
      return (
        <Stack>
          <Checkbox
            id={id}
            label={field.label}
            isChecked={value === true}
            onChange={(event) => set(checkedOf(event))}
          />
          <Below {...props} path={path} />
        </Stack>
      );
    case 'choice':
      return (
        <Stack>
          <Label labelFor={id}>{field.label}</Label>
          <Select
            inputId={id}
            isClearable={field.required !== true}
            options={[...input.options]}
            value={input.options.find((option) => option.value === value) ?? null}
            onChange={(picked: unknown) => set(valuesOf(picked)[0])}
          />
          <Below {...props} path={path} />
        </Stack>
      );
    case 'user':
      return (
        <Stack>
          <UserPicker
            name={id}
            label={field.label}
            isRequired={field.required ?? false}
            {...(typeof value === 'string' && value !== '' ? { defaultValue: value } : {})}
            onChange={(user) => set(userIdsOf(user)[0])}
          />
          <Below {...props} path={path} />
        </Stack>
      );
    default:
      return assertNever(input);
  }
}

/** JSON that may not be JSON while it is typed: the last value that was stays until it is again. */
function JsonField(
  props: Props & {
    readonly id: string;
    readonly path: string;
    readonly value: JsonValue | undefined;
    readonly set: (value: JsonValue | undefined) => void;
  },
) {
  const { id, path, value, set, field } = props;
  const [broken, setBroken] = useState<string>();
  const typed = (text: string) => {
    if (text.trim() === '') {
      setBroken(undefined);
      set(undefined);
      return;
    }
    try {
      set(JSON.parse(text) as JsonValue);
      setBroken(undefined);
    } catch (cause) {
      setBroken(cause instanceof Error ? cause.message : String(cause));
    }
  };
  const syntax =
    broken === undefined
      ? []
      : [{ path, level: 'error' as const, message: words.editor.conditionNotJson(broken) }];
  return (
    <Stack>
      <Label labelFor={id}>{field.label}</Label>
      <TextArea
        id={id}
        name={id}
        isMonospaced
        minimumRows={4}
        resize="smart"
        spellCheck={false}
        isInvalid={broken !== undefined}
        defaultValue={value === undefined ? '' : JSON.stringify(value, null, 2)}
        onChange={(event) => typed(textOf(event))}
      />
      {field.help !== undefined && <HelperMessage>{field.help}</HelperMessage>}
      <FieldProblems problems={[...syntax, ...props.problems(path)]} path={path} />
    </Stack>
  );
}

function Below(props: Props & { readonly path: string }) {
  return (
    <>
      {props.field.help !== undefined && <HelperMessage>{props.field.help}</HelperMessage>}
      <FieldProblems problems={props.problems(props.path)} path={props.path} />
    </>
  );
}

/** A text that is not required and empty is left out. */
function optional(text: string, field: ActionField): string | undefined {
  return text === '' && field.required !== true ? undefined : text;
}
