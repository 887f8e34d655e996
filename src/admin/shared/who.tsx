// Who did something: a person with a picture, or the app itself.

import { Text, User } from '@forge/react';
import { words } from '../wording';

/** Names that stand for the app where an account is expected. */
const APP = ['app', 'rulewright'];

/** The person of an account id. */
export function Who(props: { readonly id: string }) {
  const { id } = props;
  return APP.includes(id) ? <Text>{words.common.app}</Text> : <User accountId={id} />;
}
