// The people of the site: adding, deactivating, deleting. What a site's administrator does elsewhere on Atlassian.

import Button from '@atlaskit/button/new';
import ButtonGroup from '@atlaskit/button/button-group';
import Lozenge from '@atlaskit/lozenge';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { User } from '../api/host';
import { addPerson, changePerson, deletePerson } from '../api/site';
import { useCurrentUser, useUsers } from '../state/session';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { Face } from '../ui/person';

/** The page of people. */
export function PeoplePage() {
  const { data } = useUsers();
  const me = useCurrentUser();
  return (
    <>
      <h1>People</h1>
      {me?.admin === true ? <AddPerson /> : <p className="quiet">Only a site admin may change these.</p>}
      <ul className="recent">
        {data?.users.map((user) => (
          <PersonRow key={user.accountId} user={user} mayChange={me?.admin === true && !user.app} />
        ))}
      </ul>
    </>
  );
}

function PersonRow({ user, mayChange }: { readonly user: User; readonly mayChange: boolean }) {
  const me = useCurrentUser()?.accountId;
  const change = useAction('Could not change the account', (given: Parameters<typeof changePerson>[1]) =>
    changePerson(user.accountId, given),
  );
  const remove = useAction('Could not delete the account', () => deletePerson(user.accountId));
  const [isDeleting, setDeleting] = useState(false);
  return (
    <li>
      <span className="uikit-user">
        <Face accountId={user.accountId} /> {user.displayName}
        {user.app ? <Lozenge>App</Lozenge> : null}
        {user.admin ? <Lozenge appearance="new">Admin</Lozenge> : null}
        {user.active ? null : <Lozenge appearance="removed">Deactivated</Lozenge>}
        {user.access ? null : <Lozenge appearance="moved">No access</Lozenge>}
      </span>
      {mayChange && user.accountId !== me ? (
        <ButtonGroup label={`Change ${user.displayName}`}>
          <Button spacing="compact" onClick={() => void change.run({ active: !user.active })}>
            {user.active ? 'Deactivate' : 'Activate'}
          </Button>
          <Button spacing="compact" onClick={() => void change.run({ access: !user.access })}>
            {user.access ? 'Take access away' : 'Give access'}
          </Button>
          <Button spacing="compact" onClick={() => setDeleting(true)}>
            Delete
          </Button>
        </ButtonGroup>
      ) : null}
      <Dialog
        isOpen={isDeleting}
        title={`Delete ${user.displayName}?`}
        confirm="Delete"
        isDangerous
        isBusy={remove.isRunning}
        onConfirm={() => void remove.run()}
        onClose={() => setDeleting(false)}
      >
        What {user.displayName} wrote stays. The account cannot be brought back.
      </Dialog>
    </li>
  );
}

function AddPerson() {
  const [name, setName] = useState('');
  const add = useAction('Could not add the person', () => addPerson(name));
  const submit = async (): Promise<void> => {
    if (await add.run()) setName('');
  };
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field id="person-name" label="Add a person">
        <Textfield
          id="person-name"
          placeholder="Full name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" isLoading={add.isRunning} isDisabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
