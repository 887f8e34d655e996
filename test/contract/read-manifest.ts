// Reads manifest.yml for the contract tests, with the parts that they look at.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const ROOT = join(import.meta.dirname, '../..');

/** What modules of all types have in common. */
export interface Module {
  readonly key: string;
  readonly function?: string;
  readonly resource?: string;
  readonly resolver?: { readonly function: string };
}

export interface Manifest {
  readonly app: {
    readonly id: string;
    readonly runtime: { readonly name: string; readonly memoryMB: number };
  };
  readonly modules: {
    readonly trigger: readonly (Module & { readonly events: readonly string[]; readonly filter?: unknown })[];
    readonly consumer: readonly (Module & { readonly queue: string })[];
    readonly scheduledTrigger: readonly (Module & { readonly interval: string })[];
    readonly function: readonly {
      readonly key: string;
      readonly handler: string;
      readonly timeoutSeconds?: number;
      readonly runtime?: { readonly memoryMB: number };
    }[];
    readonly [type: string]: readonly Module[];
  };
  readonly resources: readonly { readonly key: string; readonly path: string }[];
  readonly permissions: {
    readonly scopes: Readonly<Record<string, { readonly allowImpersonation?: boolean }>>;
  };
}

export function readManifest(): Manifest {
  return parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')) as Manifest;
}
