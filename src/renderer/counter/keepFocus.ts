import type { MouseEvent } from 'react';

/** A touch on a tile or a stepper leaves the focus in the search field: the next key is meant for it. A dialog has a focus of its own. */
export function keepFocus(event: MouseEvent): void {
  const wants =
    event.target instanceof Element && event.target.closest('input, textarea, [data-selectable], [role=dialog]');
  if (!wants) event.preventDefault();
}
