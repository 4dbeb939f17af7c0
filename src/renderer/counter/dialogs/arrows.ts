import type { KeyboardEvent } from 'react';

/** Up and down go through the choices of a list (`data-choice`), as they do in every list of the counter. */
export function arrowThrough(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-choice]:not(:disabled)')];
  const at = choices.findIndex((choice) => choice.matches(':focus'));
  choices[Math.max(0, Math.min(choices.length - 1, at + step))]?.focus();
}
