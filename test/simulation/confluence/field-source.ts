// Fields that no event carries, as the simulated Confluence has them.

import { ok } from '../../../src/core/result';
import { FailureError } from '../../../src/core/failure';
import { err } from '../../../src/core/result';
import { toFailure } from '../../../src/core/runs/to-failure';
import { call } from '../world/call';
import { SITES } from './sites';
import type { JsonValue } from '../../../src/core/json';
import type { FieldSource } from '../../../src/core/ports';
import type { Invocation } from '../world/invocation';

const VALUES: Readonly<Record<string, JsonValue>> = {
  'content.labels': [
    { name: 'wanted', prefix: 'global' },
    { name: 'second', prefix: 'global' },
  ],
  'content.body': '<p>Text</p>',
};

export function createFieldSource(invocation: Invocation): FieldSource {
  return {
    async fetch(paths) {
      try {
        return await call(
          invocation,
          SITES.fields,
          paths.join(),
          () => new Map(paths.map((path) => [path, ok(VALUES[path])])),
        );
      } catch (error) {
        if (!(error instanceof FailureError) && !(error instanceof Error)) throw error;
        return new Map(paths.map((path) => [path, err(toFailure(error))]));
      }
    },
  };
}
