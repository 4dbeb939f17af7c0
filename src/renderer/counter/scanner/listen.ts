import { isBurst, meantKey, quiet, type ScannerSettings, step, usualScanner } from './scanner';

export interface ScannerEvents {
  /** A code was scanned, wherever the focus is. `at` is when its last key came, on the page's clock. */
  readonly onScan: (code: string, at: number) => void;
  /** The same code went off twice. */
  readonly onRepeat: (code: string) => void;
  /** Where text belongs that is typed while nothing has the focus; null while it belongs nowhere. */
  readonly home: () => HTMLInputElement | null;
  /** What has the focus wants its keys as they come, a scanner's too: a field for codes. */
  readonly isForItself?: (target: EventTarget | null) => boolean;
}

export interface Scanner {
  /** True while a scan seems to be under way: what depends on the field's text should wait for its end. */
  readonly isBusy: () => boolean;
  readonly stop: () => void;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

interface Snapshot {
  readonly field: Field;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * Listens to every key of the page before anyone else does. Characters are let through, so that a person's typing is
 * never delayed; when they turn out to have been a scan, the field gets back what it held before.
 */
export function listenToScanner(events: ScannerEvents, settings: () => ScannerSettings = () => usualScanner): Scanner {
  let state = quiet;
  let before: Snapshot | null = null;
  /** A burst's key went down on something that would be pressed by it; its way up must not press either. */
  let swallowUp: string | null = null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (events.isForItself?.(event.target)) {
      state = quiet;
      return;
    }
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    const key = meantKey(event.key, event.code, event.shiftKey);
    const told = step(state, { key, at: event.timeStamp, held: event.repeat, modified }, settings());
    state = told.state;
    switch (told.verdict) {
      case 'first':
        before = snapshot(event, events.home);
        return;
      case 'next':
        // A space in the middle of a code presses no button.
        if (key === ' ' && !fieldOf(event.target)) swallow(event);
        return;
      case 'scan':
      case 'repeat':
        swallow(event);
        if (before) restore(before);
        before = null;
        if (told.verdict === 'scan') events.onScan(told.code, event.timeStamp);
        else events.onRepeat(told.code);
        return;
      case 'person':
        return;
    }
  };
  const swallow = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    swallowUp = event.key;
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== swallowUp) return;
    swallowUp = null;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('keyup', onKeyUp, { capture: true });
  return {
    isBusy: () => isBurst(state, performance.now(), settings()),
    stop: () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keyup', onKeyUp, { capture: true });
    },
  };
}

const startsText = /^[\p{L}\p{N}]$/u;

function snapshot(event: KeyboardEvent, home: () => HTMLInputElement | null): Snapshot | null {
  let field = fieldOf(event.target);
  if (!field && startsText.test(event.key)) {
    field = home();
    // The character follows the focus: it is typed where the focus is when the key's own work is done.
    field?.focus();
  }
  return field && { field, value: field.value, start: field.selectionStart, end: field.selectionEnd };
}

function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && !buttonLike.has(target.type) ? target : null;
}

const buttonLike = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

/** Puts the field back through its own setter, so that React sees it as if a person had done it. */
function restore({ field, value, start, end }: Snapshot): void {
  if (!field.isConnected || field.value === value) return;
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (start !== null) field.setSelectionRange(start, end);
}
