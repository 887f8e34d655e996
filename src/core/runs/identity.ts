// Whom an action runs as. An identity that cannot be used is a failure in words, never a crash and never
// silently another identity.

import { err, ok } from '../result';
import type { Failure } from '../failure';
import type { Result } from '../result';
import type { Identity } from '../rules/rule';
import type { Actor } from '../ports';

/** What is needed to resolve an identity. */
export interface IdentityContext {
  /** The user who caused the event, when there was one. */
  readonly initiator: string | undefined;
  readonly appAccountId: string | undefined;
  /** The accounts that an admin has allowed actions to name. */
  readonly allowed: readonly string[];
}

/** The actor of a product request, or why there is none. */
export function resolveIdentity(identity: Identity, context: IdentityContext): Result<Actor, Failure> {
  if (identity === 'app') return ok({ kind: 'app' });
  if (identity === 'initiator') {
    if (context.initiator === undefined) {
      return err(
        identityFailure(
          'the event names no user (it was anonymous). Choose another identity for this action',
        ),
      );
    }
    if (context.initiator === context.appAccountId) {
      return err(identityFailure('the event was caused by the app itself. Choose "app" for this action'));
    }
    return ok({ kind: 'user', accountId: context.initiator });
  }
  if (!context.allowed.includes(identity.accountId)) {
    return err(
      identityFailure(
        `the account ${identity.accountId} is not on the list of allowed users. Add it in the settings`,
      ),
    );
  }
  return ok({ kind: 'user', accountId: identity.accountId });
}

function identityFailure(cause: string): Failure {
  return { kind: 'identity', message: `Failed to choose who acts: ${cause}.`, retryable: false };
}
