// Brings a rule set of an earlier version of the format to the present one, a version at a time.
// It must not judge the rules; it only moves what has moved.

import { err, ok } from '../result';
import { isJsonObject } from '../json';
import type { Problem, Result } from '../result';

/** The version of the format that this app writes. */
const RULE_SET_VERSION = 1;

type Document = Readonly<Record<string, unknown>>;

/** From each earlier version to the next. Version 1 is the first, so there is none yet. */
const MIGRATIONS: Readonly<Record<number, (document: Document) => Document>> = {};

/**
 * The document in the present version of the format. A document of a later version is refused by name; one without
 * a usable version is passed on, for the parser to say what is missing.
 */
export function migrateRuleSet(
  input: unknown,
  migrations: Readonly<Record<number, (document: Document) => Document>> = MIGRATIONS,
  target: number = RULE_SET_VERSION,
): Result<unknown> {
  if (!isJsonObject(input)) return ok(input);
  let document: Document = input;
  let version = document['version'];
  if (typeof version === 'number' && version > target) return err([newer(version, target)]);
  while (typeof version === 'number' && version < target) {
    const migrate = migrations[version];
    if (migrate === undefined) break;
    version++;
    document = { ...migrate(document), version };
  }
  return ok(document);
}

function newer(version: number, target: number): Problem {
  return {
    path: 'version',
    level: 'error',
    message: `expected at most ${target}, got ${version}: a later version of the app wrote this. Update the app and try again`,
  };
}
