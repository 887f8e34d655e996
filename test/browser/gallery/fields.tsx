// Every field on its own, controlled by the app where that makes a difference.

import {
  Calendar,
  Checkbox,
  CheckboxGroup,
  ChromelessEditor,
  CommentEditor,
  DatePicker,
  FilePicker,
  InlineEdit,
  Label,
  Radio,
  RadioGroup,
  Range,
  Select,
  Stack,
  Text,
  TextArea,
  Textfield,
  TimePicker,
  Toggle,
  UserPicker,
} from '@forge/react';
import { useState } from 'react';
import { record } from './record';

const FRUIT = [
  { label: 'Apple', value: 'apple' },
  { label: 'Pear', value: 'pear' },
];
const GROUPED = [
  { label: 'Pages', options: [{ label: 'Page created', value: 'created' }] },
  { label: 'Labels', options: [{ label: 'Label added', value: 'added' }] },
];

export function Fields() {
  const [text, setText] = useState('');
  const [isOn, setOn] = useState(false);
  const [fruit, setFruit] = useState<unknown>(FRUIT[0]);
  return (
    <Stack space="space.100">
      <Label labelFor="controlled">Controlled</Label>
      <Textfield id="controlled" value={text} onChange={(event) => setText(String(event.target.value))} />
      <Text>Echo: {text}</Text>
      <Label labelFor="area">Area</Label>
      <TextArea id="area" defaultValue="start" onChange={record('TextArea.onChange')} />
      <Label labelFor="fruit">Fruit</Label>
      <Select inputId="fruit" options={FRUIT} value={fruit} onChange={setFruit} />
      <Text>Chosen: {JSON.stringify(fruit)}</Text>
      <Label labelFor="events">Events</Label>
      <Select inputId="events" isMulti options={GROUPED} onChange={record('Select.multi')} />
      <Checkbox label="Tick me" name="tick" onChange={record('Checkbox.onChange')} />
      <CheckboxGroup name="group" options={FRUIT} onChange={record('CheckboxGroup.onChange')} />
      <Radio label="Lone radio" value="lone" name="lone" onChange={record('Radio.onChange')} />
      <RadioGroup
        name="radios"
        options={[
          { name: 'radios', label: 'Tea', value: 'tea' },
          { name: 'radios', label: 'Coffee', value: 'coffee' },
        ]}
        onChange={record('RadioGroup.onChange')}
      />
      <Label labelFor="toggle">Switch</Label>
      <Toggle id="toggle" isChecked={isOn} onChange={() => setOn((on) => !on)} />
      <Text>{isOn ? 'It is on' : 'It is off'}</Text>
      <Label labelFor="range">Amount</Label>
      <Range id="range" min={0} max={10} defaultValue={3} onChange={record('Range.onChange')} />
      <Label labelFor="date">Day</Label>
      <DatePicker id="date" defaultValue="2026-11-20" onChange={record('DatePicker.onChange')} />
      <Label labelFor="time">Hour</Label>
      <TimePicker id="time" times={['10:00', '11:00']} onChange={record('TimePicker.onChange')} />
      <Calendar defaultMonth={11} defaultYear={2026} onSelect={record('Calendar.onSelect')} />
      <UserPicker label="Owner" name="owner" onChange={record('UserPicker.onChange')} />
      <InlineEdit
        label="Inline"
        defaultValue="before"
        editView={({ errorMessage, ...field }) => <Textfield {...field} autoFocus />}
        readView={() => <Text>Read view</Text>}
        onConfirm={record('InlineEdit.onConfirm')}
      />
      <CommentEditor onSave={record('CommentEditor.onSave')} />
      <ChromelessEditor onChange={record('ChromelessEditor.onChange')} />
      <FilePicker label="Pick a file" onChange={record('FilePicker.onChange')} />
    </Stack>
  );
}
