import type { KeyboardEvent } from 'react';

/**
 * Enter in an open list takes the option that is marked, and never sends off the form around it. The library does the
 * former itself, but loses count of the mark when the list has only just opened by typing.
 */
export function chooseMarked(event: KeyboardEvent<HTMLInputElement>): void {
  const input = event.currentTarget;
  if (event.key !== 'Enter' || !isOpen(input)) return;
  event.preventDefault();
  setTimeout(() => {
    const list = isOpen(input) ? document.getElementById(input.getAttribute('aria-controls') ?? '') : null;
    list?.querySelector<HTMLElement>('[data-combobox-selected]')?.click();
  });
}

const isOpen = (input: HTMLInputElement): boolean => input.getAttribute('aria-expanded') === 'true';
