import { fieldOf, restore, type Snapshot, snapshotOf, typeInto } from './field';
import { isBurst, meantKey, quiet, type ScannerSettings, step, usualScanner } from './scanner';

export interface ScannerEvents {
  /** A code was scanned, wherever the focus is. `at` is when its last key came, on the page's clock. */
  readonly onScan: (code: string, at: number) => void;
  /** The same code went off twice. */
  readonly onRepeat: (code: string) => void;
  /** Where text belongs that is typed while nothing has the focus; null while it belongs nowhere. */
  readonly home: () => HTMLInputElement | null;
}

export interface Scanner {
  /** True while a scan seems to be under way: what depends on the field's text should wait for its end. */
  readonly isBusy: () => boolean;
  readonly stop: () => void;
}

/**
 * Listens to every key of the page before anyone else does. The first characters are let through, so that a person's
 * typing is never delayed. Once they are clearly a scan, the field gets back what it held before and the rest is kept from
 * it: nothing is painted any more when Enter comes, and the line need not wait for a frame. What turns out to be no scan
 * after all is typed as it was meant.
 */
export function listenToScanner(events: ScannerEvents, settings: () => ScannerSettings = () => usualScanner): Scanner {
  let state = quiet;
  let before: Snapshot | null = null;
  /** The keys of this burst as they were pressed. */
  let typed = '';
  /** Runs while the field is kept clear of them. */
  let keeping: ReturnType<typeof setTimeout> | null = null;
  /** A burst's key went down on something that would be pressed by it; its way up must not press either. */
  let swallowUp: string | null = null;

  const onKeyDown = (event: KeyboardEvent) => {
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    const key = meantKey(event.key, event.code, event.shiftKey);
    const told = step(state, { key, at: event.timeStamp, held: event.repeat, modified }, settings());
    state = told.state;
    switch (told.verdict) {
      case 'first':
        giveBack();
        before = snapshot(event, events.home);
        typed = event.key;
        return;
      case 'next':
        typed += event.key;
        if ([...state.text].length > settings.shortest && before && before.start !== null) {
          keepFrom(before);
          swallow(event);
          return;
        }
        // A space in the middle of a code presses no button.
        if (key === ' ' && !fieldOf(event.target)) swallow(event);
        return;
      case 'scan':
      case 'repeat':
        swallow(event);
        stopKeeping();
        if (before) restore(before);
        before = null;
        if (told.verdict === 'scan') events.onScan(told.code, event.timeStamp);
        else events.onRepeat(told.code);
        return;
      case 'person':
        // Shift in the middle of a code ends nothing.
        if (state.text === '') giveBack();
        return;
    }
  };
  const keepFrom = (snapshot: Snapshot) => {
    if (keeping === null) restore(snapshot);
    else clearTimeout(keeping);
    keeping = setTimeout(giveBack, settings.stutter);
  };
  const stopKeeping = () => {
    if (keeping !== null) clearTimeout(keeping);
    keeping = null;
  };
  const giveBack = () => {
    if (keeping !== null && before) typeInto(before, typed);
    stopKeeping();
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
      giveBack();
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
  return field && snapshotOf(field);
}
