// Who one step acts as now, by the settings as they are: whom an admin allows to be named, and whether actions may take
// something away from people.

import { ACTIONS, isActionKind } from '../actions/index';
import { err, ok } from '../result';
import { resolveIdentity } from './identity';
import type { Failure } from '../failure';
import type { Actor } from '../ports';
import type { Result } from '../result';
import type { IdentityContext } from './identity';
import type { Step } from './run';

/** The actor of `step`, or why it cannot act at all. */
export function resolveActor(
  step: Step,
  { identity, destructive }: { readonly identity: IdentityContext; readonly destructive: boolean },
): Result<Actor, Failure> {
  if (isActionKind(step.action) && ACTIONS[step.action].impersonal === true) return ok({ kind: 'app' });
  const takesAway = isActionKind(step.action) && ACTIONS[step.action].destructive === true;
  if (!takesAway || destructive) return resolveIdentity(step.as, identity);
  const message = `Failed to perform "${step.action}": trashing, archiving and restricting are turned off. An admin can turn them on in the settings.`;
  return err({ kind: 'forbidden', message, retryable: false });
}
