// What belongs to a space as a whole: its name, its labels, its templates.

import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addTemplateLabel, removeTemplateLabel } from '../api/site';
import {
  addSpaceLabel,
  createTemplate,
  listSpaceLabels,
  listTemplates,
  removeSpaceLabel,
  renameSpace,
} from '../api/space-settings';
import type { Template } from '../api/space-settings';
import { useAction } from '../state/use-action';
import { Field } from '../ui/field';
import { LabelRow } from '../ui/label-row';
import { SpaceAppLinks } from './space-app';
import { useSpace } from './use-space';

/** The settings of the frame's space. */
export function SpaceSettings() {
  const space = useSpace();
  const { data: labels } = useQuery({
    queryKey: ['space-labels', space.id],
    queryFn: () => listSpaceLabels(space.id),
  });
  const add = useAction('Could not add the label', (name: string) => addSpaceLabel(space.key, name));
  const remove = useAction('Could not remove the label', (name: string) => removeSpaceLabel(space.key, name));
  return (
    <article>
      <div className="page-heading">
        <h1>Space settings</h1>
      </div>
      <RenameSpace key={space.name} />
      <h2 className="section-heading">Labels of the space</h2>
      <LabelRow labels={labels} onAdd={add.run} onRemove={(name) => void remove.run(name)} />
      <Templates />
      <SpaceAppLinks />
    </article>
  );
}

function RenameSpace() {
  const space = useSpace();
  const [name, setName] = useState(space.name);
  const rename = useAction('Could not rename the space', () => renameSpace(space.key, name));
  return (
    <InlineForm
      id="space-rename"
      label="Name"
      value={name}
      button="Rename"
      isBusy={rename.isRunning}
      onChange={setName}
      onSubmit={() => void rename.run()}
    />
  );
}

function Templates() {
  const space = useSpace();
  const [name, setName] = useState('');
  const { data: templates = [] } = useQuery({
    queryKey: ['templates', space.key],
    queryFn: () => listTemplates(space.key),
  });
  const create = useAction('Could not create the template', () => createTemplate(space.key, name));
  const submit = async (): Promise<void> => {
    if (await create.run()) setName('');
  };
  return (
    <section>
      <h2 className="section-heading">Templates</h2>
      <ul className="recent">
        {templates.map((template) => (
          <TemplateRow key={template.templateId} template={template} />
        ))}
      </ul>
      <InlineForm
        id="template-name"
        label="New template"
        value={name}
        button="Create template"
        isBusy={create.isRunning}
        onChange={setName}
        onSubmit={() => void submit()}
      />
    </section>
  );
}

function TemplateRow({ template }: { readonly template: Template }) {
  const add = useAction('Could not add the label', (name: string) =>
    addTemplateLabel(template.templateId, name),
  );
  const remove = useAction('Could not remove the label', (name: string) =>
    removeTemplateLabel(template.templateId, name),
  );
  return (
    <li>
      <span>{template.name}</span>
      <LabelRow labels={template.labels} onAdd={add.run} onRemove={(name) => void remove.run(name)} />
    </li>
  );
}

function InlineForm(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly button: string;
  readonly isBusy: boolean;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
}) {
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <Field id={props.id} label={props.label}>
        <Textfield
          id={props.id}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" isLoading={props.isBusy} isDisabled={props.value.trim() === ''}>
        {props.button}
      </Button>
    </form>
  );
}
