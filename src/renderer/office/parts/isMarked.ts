/**
 * An option of the field's list is marked: Enter takes it. The field's `aria-activedescendant` cannot say: typing unmarks, but
 * leaves it there.
 */
export function isMarked(field: HTMLInputElement): boolean {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
  return list?.querySelector('[data-combobox-selected]') != null;
}
