// What UI Kit hands to change handlers, read safely: the event's shape is the platform's promise, not ours.

/** The text in a change event of a text field or text area. */
export function textOf(event: { readonly target: { readonly value?: unknown } }): string {
  const { value } = event.target;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Whether the box or toggle of a change event is on. */
export function checkedOf(event: { readonly target: { readonly checked?: boolean } }): boolean {
  return event.target.checked === true;
}

/** One entry of a Select. */
export interface Choice<Value extends string = string> {
  readonly label: string;
  readonly value: Value;
}

/** The values that a Select hands over: none, one or several options. */
export function valuesOf(picked: unknown): readonly string[] {
  const options: readonly unknown[] = Array.isArray(picked) ? picked : [picked];
  return options.flatMap((option) =>
    typeof option === 'object' && option !== null && 'value' in option && typeof option.value === 'string'
      ? [option.value]
      : [],
  );
}
