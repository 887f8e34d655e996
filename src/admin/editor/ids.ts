// Ids that people can read, made from names. Pure.

import { RULE_LIMITS } from '../../core/rules/rule';

/** `Label meeting notes!` → `label-meeting-notes`; text without letters or digits gives the empty string. */
export function idFromName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, RULE_LIMITS.MAX_ID_LENGTH)
    .replaceAll(/^-+|-+$/g, '');
}

/** `wanted`, or the first of `wanted-2`, `wanted-3`, … that is not taken. */
export function uniqueId(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
