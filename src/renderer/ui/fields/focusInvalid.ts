/**
 * Goes to the first field that says it cannot be read or taken; false when there is none. Such a field keeps what is typed to
 * itself and its form the value before, so whatever acts on the form asks this first.
 */
export function focusInvalid(within: ParentNode | null): boolean {
  const wrong = within?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const field = wrong?.matches('input, textarea, select, button') ? wrong : wrong?.querySelector('input');
  field?.focus();
  return wrong !== undefined && wrong !== null;
}
