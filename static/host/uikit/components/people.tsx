// User, UserGroup and UserPicker, from the users of the local site.

import { Label } from '@atlaskit/form';
import AtlaskitSelect from '@atlaskit/select';
import { useId, useState } from 'react';
import type { User as SiteUser } from '../../api/host';
import { useUserNames, useUsers } from '../../state/session';
import { Face, facePicture } from '../../ui/person';
import { drawChildren } from '../draw';
import type { DocNode } from '../forge-doc';
import { handlerOf, isSet, textProp } from '../node-props';
import type { NodeProps } from '../node-props';

interface PersonOption {
  readonly label: string;
  readonly value: string;
}

/** Draws `User`. */
export function User({ node }: NodeProps) {
  const nameOf = useUserNames();
  const accountId = textProp(node, 'accountId') ?? '';
  return (
    <span className="uikit-user">
      <Face accountId={accountId} />
      {isSet(node, 'hideDisplayName') ? null : <span>{nameOf(accountId)}</span>}
    </span>
  );
}

/** Draws `UserGroup`. */
export function UserGroup({ node }: NodeProps) {
  return <span className="uikit-user-group">{drawChildren(node)}</span>;
}

/** Draws `UserPicker`; the app gets what Forge's picker gives: id, name, picture. */
export function UserPicker({ node }: NodeProps) {
  const inputId = useId();
  const { data } = useUsers();
  const isMulti = isSet(node, 'isMulti');
  const [chosen, setChosen] = useState<readonly string[]>(() => defaultIds(node));
  const changed = handlerOf(node, 'onChange');
  const people = (data?.users ?? []).filter((user) => user.active && !user.app);
  const options = people.map(optionOf);
  const choose = (ids: readonly string[]): void => {
    setChosen(ids);
    const values = ids.flatMap((id) => people.filter((user) => user.accountId === id).map(pickedValue));
    changed?.(isMulti ? values : (values[0] ?? null));
  };
  const label = textProp(node, 'label') ?? '';
  const shared = {
    inputId,
    options,
    isClearable: true,
    menuPosition: 'fixed' as const,
    placeholder: textProp(node, 'placeholder') ?? 'Choose a person',
    formatOptionLabel: (option: PersonOption) => (
      <span className="uikit-user">
        <Face accountId={option.value} size="xxsmall" /> {option.label}
      </span>
    ),
  };
  const selected = options.filter((option) => chosen.includes(option.value));
  return (
    <div>
      {label === '' ? null : <Label htmlFor={inputId}>{label}</Label>}
      {isMulti ? (
        <AtlaskitSelect<PersonOption, true>
          {...shared}
          isMulti
          value={selected}
          onChange={(next) => choose(next.map((option) => option.value))}
        />
      ) : (
        <AtlaskitSelect<PersonOption>
          {...shared}
          value={selected[0] ?? null}
          onChange={(next) => choose(next === null ? [] : [next.value])}
        />
      )}
      <span className="quiet">{textProp(node, 'description')}</span>
    </div>
  );
}

function optionOf(user: SiteUser): PersonOption {
  return { label: user.displayName, value: user.accountId };
}

function pickedValue(user: SiteUser): object {
  return {
    id: user.accountId,
    type: 'user',
    name: user.displayName,
    avatarUrl: user.avatarUrl ?? facePicture(user.accountId, user.displayName),
    email: '',
  };
}

function defaultIds(node: DocNode): readonly string[] {
  const given = node.props['defaultValue'];
  if (Array.isArray(given)) return given.map(String);
  return typeof given === 'string' ? [given] : [];
}
