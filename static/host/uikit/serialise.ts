// What an app's handlers are called with. On Forge, arguments cross from Confluence's window to the app's, so an
// event arrives as plain data with a few fields of its target; here it is reduced to the same.

/** An event as apps see it (the `SerialisableEvent` of Atlaskit's UI Kit types). */
interface SerialisedEvent {
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly defaultPrevented: boolean;
  readonly eventPhase: number;
  readonly isTrusted: boolean;
  readonly target: Readonly<Record<string, unknown>>;
  readonly timeStamp: number;
  readonly type: string;
}

const TARGET_FIELDS = [
  'value',
  'checked',
  'name',
  'id',
  'tagName',
  'type',
  'selectionStart',
  'selectionEnd',
] as const;

/** The arguments of a call as they reach the app. */
export function serialiseArguments(given: readonly unknown[]): unknown[] {
  return given.filter((value) => !isAnalyticsEvent(value)).map(serialise);
}

function serialise(value: unknown): unknown {
  if (isEvent(value)) return serialiseEvent(value);
  if (Array.isArray(value)) return value.map(serialise);
  if (typeof value === 'object' && value !== null) {
    const plain: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner !== 'function' && !(inner instanceof Node)) plain[name] = serialise(inner);
    }
    return plain;
  }
  return value;
}

function serialiseEvent(event: Event): SerialisedEvent {
  const target: Record<string, unknown> = {};
  const source: unknown = event.target;
  if (typeof source === 'object' && source !== null) {
    for (const field of TARGET_FIELDS) {
      if (field in source) target[field] = Reflect.get(source, field);
    }
  }
  return {
    bubbles: event.bubbles,
    cancelable: event.cancelable,
    defaultPrevented: event.defaultPrevented,
    eventPhase: event.eventPhase,
    isTrusted: event.isTrusted,
    target,
    timeStamp: event.timeStamp,
    type: event.type,
  };
}

/** Native events and React's, which have the same fields. */
function isEvent(value: unknown): value is Event {
  return (
    typeof value === 'object' &&
    value !== null &&
    'preventDefault' in value &&
    'target' in value &&
    'type' in value
  );
}

/** Atlaskit's components add their own event to many calls; apps never see it. */
function isAnalyticsEvent(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '_isUIAnalyticsEvent' in value;
}
