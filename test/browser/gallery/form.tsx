// A form kept by the library's own useForm, with validation.

import {
  Button,
  Checkbox,
  ErrorMessage,
  Form,
  FormFooter,
  FormHeader,
  FormSection,
  HelperMessage,
  Label,
  RequiredAsterisk,
  Select,
  Textfield,
  useForm,
  ValidMessage,
} from '@forge/react';
import { record } from './record';

export function FormExample() {
  const { handleSubmit, register, getFieldId, formState } = useForm<Record<string, unknown>>();
  return (
    <Form onSubmit={handleSubmit(record('Form.onSubmit'))}>
      <FormHeader title="A form">All fields count</FormHeader>
      <FormSection>
        <Label labelFor={getFieldId('title')}>
          Form title
          <RequiredAsterisk />
        </Label>
        <Textfield {...register('title', { required: true })} />
        <HelperMessage>What it is called</HelperMessage>
        {formState.errors['title'] === undefined ? <ValidMessage>Fine</ValidMessage> : null}
        {formState.errors['title'] === undefined ? null : <ErrorMessage>A title is needed</ErrorMessage>}
        <Label labelFor={getFieldId('kind')}>Form kind</Label>
        <Select {...register('kind')} options={[{ label: 'Simple', value: 'simple' }]} />
        <Checkbox {...register('agreed')} label="Agreed" />
      </FormSection>
      <FormFooter>
        <Button type="submit" appearance="primary">
          Send form
        </Button>
      </FormFooter>
    </Form>
  );
}
