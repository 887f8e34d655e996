// Names of a rule's fields, for saying in which ones two rules differ.

export const fields = {
  id: 'id',
  name: 'name',
  description: 'description',
  state: 'state',
  offReason: 'reason for being off',
  offUntil: 'date of going live',
  owner: 'owner',
  labels: 'labels',
  priority: 'order',
  scope: 'spaces',
  when: 'events',
  if: 'condition',
  then: 'actions',
  chain: 'reaction to rules',
  onlyIfStill: 'second look',
  serial: 'one after another',
  limits: 'limits',
} as const;
