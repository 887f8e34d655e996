// DatePicker, TimePicker and Calendar.

import AtlaskitCalendar from '@atlaskit/calendar';
import {
  DatePicker as AtlaskitDatePicker,
  TimePicker as AtlaskitTimePicker,
} from '@atlaskit/datetime-picker';
import type { ComponentProps } from 'react';
import { givenHandlers, givenProps, handlerOf, textProp } from '../node-props';
import type { NodeProps } from '../node-props';
import { useDraft } from '../use-draft';

type DateProps = ComponentProps<typeof AtlaskitDatePicker>;
type TimeProps = ComponentProps<typeof AtlaskitTimePicker>;
type CalendarProps = ComponentProps<typeof AtlaskitCalendar>;

const SHARED = [
  'appearance',
  'autoFocus',
  'defaultIsOpen',
  'defaultValue',
  'id',
  'isDisabled',
  'isInvalid',
  'isOpen',
  'isRequired',
  'locale',
  'name',
  'placeholder',
  'spacing',
  'testId',
] as const;

/** Draws `DatePicker`; values are ISO dates. */
export function DatePicker({ node }: NodeProps) {
  const draft = useDraft(textProp(node, 'value'));
  const changed = handlerOf(node, 'onChange');
  const props = givenProps<DateProps>(node, [
    ...SHARED,
    'dateFormat',
    'disabled',
    'maxDate',
    'minDate',
    'nextMonthLabel',
    'previousMonthLabel',
    'shouldShowCalendarButton',
    'weekStartDay',
  ]);
  return (
    <AtlaskitDatePicker
      {...props}
      {...givenHandlers(node, ['onBlur', 'onFocus'])}
      {...(draft.value === undefined ? {} : { value: draft.value })}
      onChange={(value) => {
        draft.change(value);
        changed?.(value);
      }}
    />
  );
}

/** Draws `TimePicker`; values are such as `14:30`. */
export function TimePicker({ node }: NodeProps) {
  const draft = useDraft(textProp(node, 'value'));
  const changed = handlerOf(node, 'onChange');
  const props = givenProps<TimeProps>(node, [
    ...SHARED,
    'hideIcon',
    'label',
    'timeFormat',
    'timeIsEditable',
    'times',
  ]);
  return (
    <AtlaskitTimePicker
      {...props}
      {...givenHandlers(node, ['onBlur', 'onFocus'])}
      {...(draft.value === undefined ? {} : { value: draft.value })}
      onChange={(value) => {
        draft.change(value);
        changed?.(value);
      }}
    />
  );
}

/** Draws `Calendar`. */
export function Calendar({ node }: NodeProps) {
  const props = givenProps<CalendarProps>(node, [
    'day',
    'defaultDay',
    'defaultMonth',
    'defaultPreviouslySelected',
    'defaultSelected',
    'defaultYear',
    'disabled',
    'locale',
    'maxDate',
    'minDate',
    'nextMonthLabel',
    'previousMonthLabel',
    'previouslySelected',
    'selected',
    'tabIndex',
    'testId',
    'today',
    'weekStartDay',
    'year',
  ]);
  return (
    <AtlaskitCalendar {...props} {...givenHandlers(node, ['onBlur', 'onChange', 'onFocus', 'onSelect'])} />
  );
}
