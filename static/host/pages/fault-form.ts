// What the fault form offers, and the fault that a filled form means (docs/host-api.md, "Faults"). Pure.

/** What is typed into the form. */
export interface FaultForm {
  readonly effect: (typeof EFFECTS)[number]['value'];
  readonly method: string;
  readonly path: string;
  readonly times: string;
  readonly seconds: string;
}

/** The effects to choose from. */
export const EFFECTS = [
  { value: 'too-many', label: 'Answer 429 with Retry-After' },
  { value: 'unavailable', label: 'Answer 503' },
  { value: 'refused', label: 'Answer 403' },
  { value: 'slow', label: 'Answer slowly' },
  { value: 'lost-before', label: 'Lose the request' },
  { value: 'lost-after', label: 'Lose the answer' },
] as const;

/** The methods to choose from. */
export const METHODS = [
  { value: '', label: 'Any' },
  { value: 'GET', label: 'GET' },
  { value: 'POST', label: 'POST' },
  { value: 'PUT', label: 'PUT' },
  { value: 'DELETE', label: 'DELETE' },
] as const;

const MS_PER_SECOND = 1000;

/** The fault to add. */
export function faultOf(form: FaultForm): object {
  return {
    service: 'confluence',
    ...(form.method === '' ? {} : { method: form.method }),
    ...(form.path === '' ? {} : { path: form.path }),
    times: Math.max(1, Math.floor(Number(form.times)) || 1),
    do: effectOf(form),
  };
}

function effectOf(form: FaultForm): object {
  const seconds = Math.max(0, Number(form.seconds) || 0);
  switch (form.effect) {
    case 'too-many':
      return { kind: 'status', status: 429, retryAfterSeconds: seconds };
    case 'unavailable':
      return { kind: 'status', status: 503 };
    case 'refused':
      return { kind: 'status', status: 403 };
    case 'slow':
      return { kind: 'slow', ms: seconds * MS_PER_SECOND };
    case 'lost-before':
      return { kind: 'lost', when: 'before' };
    case 'lost-after':
      return { kind: 'lost', when: 'after' };
  }
}
