// What a test compares its field with, entered by what the field holds: a text, a number, a date, a person, one of a
// closed list. It must not decide what fits: a value that does not is kept and reported by the check.

import { Box, DatePicker, HelperMessage, Inline, Label, Select, Stack, UserPicker, xcss } from '@forge/react';
import { TEST_FORMS } from '../../../core/conditions/builder/test-forms';
import { readSpan, SPAN_UNITS, writeSpan } from '../../../core/conditions/builder/span';
import type { TestNode } from '../../../core/conditions/builder/model';
import { words } from '../../wording';
import { valuesOf } from '../../shared/input';
import { userIdsOf } from '../../shared/user-ids';
import { formatListText, parseListText } from '../list-text';
import { TextField } from '../text-field';
import { fieldChoice, fieldChoices } from './field-choices';
import { operandInput, scalarOf, textOfScalar } from './operand-input';
import type { ClauseProps } from './condition-props';

const WIDE = xcss({ minWidth: '12rem', width: '30%', flexGrow: '2' });
const HALF = xcss({ minWidth: '5rem', width: '12%', flexGrow: '1' });

type Props = ClauseProps & { readonly test: TestNode };

/** The input beside the test; nothing when the test needs none. */
export function OperandField(props: Props) {
  const { test, edit, fields, version, when } = props;
  const { key, field, form, value } = test;
  const id = `value-${key}`;
  const set = (after: TestNode['value']) => edit({ do: 'set-value', key, value: after });
  // An input of its own for each field and test, so that it starts with the value that the model has now.
  const anew = `${version}-${field}-${form}`;
  const info = fields.has(field);
  const input = operandInput(test, info);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const texts = list.map(textOfScalar);
  switch (input) {
    case 'none':
      return null;
    case 'field': {
      const choices = fieldChoices(when, ({ type, path }) => type === info?.type && path !== field);
      return (
        <Box xcss={WIDE}>
          <Label labelFor={id}>{words.condition.otherField}</Label>
          <Select
            inputId={id}
            placeholder={words.condition.fieldPlaceholder}
            options={choices}
            value={fieldChoice(textOfScalar(value), choices)}
            onChange={(picked: unknown) => set(valuesOf(picked)[0])}
          />
        </Box>
      );
    }
    case 'limits': {
      const [low, high] = list;
      const limit = (text: string) => scalarOf(text, info?.type);
      return (
        <>
          <Box xcss={HALF}>
            <TextField
              key={anew}
              id={`${id}-low`}
              label={words.condition.low}
              type="number"
              value={textOfScalar(low)}
              onChange={(text) => set([limit(text), limit(textOfScalar(high))])}
            />
          </Box>
          <Box xcss={HALF}>
            <TextField
              key={anew}
              id={`${id}-high`}
              label={words.condition.high}
              type="number"
              value={textOfScalar(high)}
              onChange={(text) => set([limit(textOfScalar(low)), limit(text)])}
            />
          </Box>
        </>
      );
    }
    case 'span':
      return <SpanField {...props} id={id} set={set} />;
    case 'yes-no':
    case 'choice': {
      const options =
        input === 'yes-no'
          ? [
              { label: words.condition.yes, value: 'true' },
              { label: words.condition.no, value: 'false' },
            ]
          : (info?.values ?? []).map((each) => ({ label: each, value: each }));
      return (
        <Box xcss={WIDE}>
          <Label labelFor={id}>{words.condition.value}</Label>
          <Select
            inputId={id}
            options={options}
            value={options.find((option) => option.value === textOfScalar(value)) ?? null}
            onChange={(picked: unknown) => set(scalarOf(valuesOf(picked)[0] ?? '', info?.type))}
          />
        </Box>
      );
    }
    case 'choices': {
      const options = (info?.values ?? []).map((each) => ({ label: each, value: each }));
      return (
        <Box xcss={WIDE}>
          <Label labelFor={id}>{words.condition.values}</Label>
          <Select
            inputId={id}
            isMulti
            options={options}
            value={texts.map((each) => ({ label: each, value: each }))}
            onChange={(picked: unknown) => set([...valuesOf(picked)])}
          />
        </Box>
      );
    }
    case 'person':
    case 'people': {
      const chosen = input === 'people' ? texts : textOfScalar(value);
      return (
        <Box xcss={WIDE}>
          <UserPicker
            key={anew}
            name={id}
            label={input === 'people' ? words.condition.values : words.condition.value}
            isMulti={input === 'people'}
            {...(chosen.length === 0 ? {} : { defaultValue: chosen })}
            onChange={(picked) => {
              const ids = userIdsOf(picked);
              set(input === 'people' ? [...ids] : ids[0]);
            }}
          />
        </Box>
      );
    }
    case 'date':
      return (
        <Box xcss={WIDE}>
          <Label labelFor={id}>{words.condition.date}</Label>
          <DatePicker
            key={anew}
            id={id}
            name={id}
            {...(textOfScalar(value) === '' ? {} : { defaultValue: textOfScalar(value) })}
            onChange={(date: string) => set(date === '' ? undefined : date)}
          />
        </Box>
      );
    case 'list':
      return (
        <Box xcss={WIDE}>
          <TextField
            key={anew}
            id={id}
            label={TEST_FORMS[form].operand === 'labels' ? words.condition.labels : words.condition.values}
            value={formatListText(texts)}
            onChange={(text) => set(parseListText(text).map((each) => scalarOf(each, info?.type)))}
          />
          <HelperMessage>{words.condition.labelsHelp}</HelperMessage>
        </Box>
      );
    case 'number':
    case 'text':
      return (
        <Box xcss={WIDE}>
          <TextField
            key={anew}
            id={id}
            label={words.condition.value}
            type={input}
            value={textOfScalar(value)}
            onChange={(text) => set(scalarOf(text, info?.type))}
          />
          {(form === 'fits' || form === 'notFits') && (
            <HelperMessage>{words.condition.patternHelp}</HelperMessage>
          )}
        </Box>
      );
  }
}

/** A span as a number and a unit. */
function SpanField(props: Props & { readonly id: string; readonly set: (value: string) => void }) {
  const { test, id, set, version } = props;
  const span = readSpan(textOfScalar(test.value)) ?? { amount: '', unit: 'days' as const };
  const units = SPAN_UNITS.map((unit) => ({ label: words.condition.units[unit], value: unit }));
  return (
    <Box xcss={WIDE}>
      <Inline space="space.100">
        <Box xcss={HALF}>
          <TextField
            key={`${version}-${test.field}`}
            id={`${id}-amount`}
            label={words.condition.amount}
            type="number"
            value={span.amount}
            onChange={(amount) => set(writeSpan(amount, span.unit))}
          />
        </Box>
        <Box xcss={HALF}>
          <Stack>
            <Label labelFor={`${id}-unit`}>{words.condition.unit}</Label>
            <Select
              inputId={`${id}-unit`}
              isSearchable={false}
              options={units}
              value={units.find(({ value }) => value === span.unit) ?? null}
              onChange={(picked: unknown) => {
                const unit = SPAN_UNITS.find((known) => known === valuesOf(picked)[0]);
                if (unit !== undefined) set(writeSpan(span.amount, unit));
              }}
            />
          </Stack>
        </Box>
      </Inline>
    </Box>
  );
}
