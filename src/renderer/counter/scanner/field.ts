export type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field as it was before a scan began to type into it. */
export interface Snapshot {
  readonly field: Field;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** Null for what is no text field. */
export function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && !buttonLike.has(target.type) ? target : null;
}

const buttonLike = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

export function snapshotOf(field: Field): Snapshot {
  return { field, value: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/** Puts the field back. */
export function restore({ field, value, start, end }: Snapshot): void {
  if (field.isConnected && field.value !== value) write(field, value, start, end);
}

/** Types after the event what a person would have typed then. */
export function typeInto({ field, value, start, end }: Snapshot, text: string): void {
  if (!field.isConnected || start === null) return;
  const caret = start + text.length;
  write(field, value.slice(0, start) + text + value.slice(end ?? start), caret, caret);
}

/** Through the field's own setter, so that React sees it as if a person had done it. */
function write(field: Field, value: string, start: number | null, end: number | null): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (start !== null) field.setSelectionRange(start, end);
}
