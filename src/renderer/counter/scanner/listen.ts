import { type EarlyKeys, earlyKeys } from '../../early-keys';
import { isBurst, isClear, meantKey, quiet, type ScannerSettings, step, usualScanner } from './scanner';

type Field = HTMLInputElement | HTMLTextAreaElement;

export interface ScannerEvents {
  /** A code was scanned, wherever the focus is. `at` is when its last key came, on the page's clock. */
  readonly onScan: (code: string, at: number) => void;
  /** The same code went off twice. */
  readonly onRepeat: (code: string) => void;
  /** Where text belongs that is typed while nothing has the focus; null while it belongs nowhere. */
  readonly home: () => HTMLInputElement | null;
  /** Even the first character typed into this field while it is empty may wait until it is clear that it is no scan's. */
  readonly isPatient?: (field: Field) => boolean;
  /** What has the focus wants its keys as they come, a scanner's too: a field for codes. */
  readonly isForItself?: (target: EventTarget | null) => boolean;
}

export interface Scanner {
  /** True while a scan seems to be under way: what depends on the field's text should wait for its end. */
  readonly isBusy: () => boolean;
  readonly stop: () => void;
}

/** What came in a row, with what the keys themselves said. */
interface Burst {
  readonly text: string;
  /** When its last character came. */
  readonly last: number;
  /** Faster than fingers, whatever this till's scanner is allowed. */
  readonly isFast: boolean;
  /** Its text is in no field until it is clear what it was. */
  readonly isKept: boolean;
}

const noBurst: Burst = { text: '', last: Number.NEGATIVE_INFINITY, isFast: false, isKept: false };

/** `keyCode` of a key that an input method has taken. */
const composing = 229;

interface Snapshot {
  readonly field: Field;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * Listens to every key of the page before anyone else does. A person's characters are let through at once. Those of a
 * burst are not: once nobody's fingers are that fast the field gets back what it held, and the rest is kept until it is
 * clear what it was. What was no scan after all is typed as soon as the burst is over.
 *
 * So little is drawn while a code comes in, and nothing where even the first character is kept: a page at rest draws the
 * line of a scan at once, a page that has just drawn something must wait for its next frame, up to 16 ms.
 *
 * What came before anybody listened is heard first, as if it came now: in a task of its own, or with the first key.
 */
export function listenToScanner(
  events: ScannerEvents,
  settings: () => ScannerSettings = () => usualScanner,
  early: EarlyKeys = earlyKeys,
): Scanner {
  let state = quiet;
  let before: Snapshot | null = null;
  /** A burst's key went down on something that would be pressed by it; its way up must not press either. */
  let swallowUp: string | null = null;
  let burst = noBurst;
  let release: ReturnType<typeof setTimeout> | undefined;
  /** What came before anybody listened, until it is heard. */
  let waiting = early.take();
  /** The key is over, and no browser types it any more. */
  let isEarly = false;

  const keep = (event: KeyboardEvent) => {
    if (!before || before.start === null) return;
    const isPatient = before.value === '' && startsText.test(burst.text) && events.isPatient?.(before.field);
    const isScanLike = burst.isFast && (isClear(state, settings()) || isPatient);
    if (!burst.isKept && !isScanLike && !isEarly) return;
    if (!burst.isKept) restore(before);
    burst = { ...burst, isKept: true };
    event.preventDefault();
    event.stopImmediatePropagation();
    clearTimeout(release);
    // The next character may come in the last moment.
    release = setTimeout(giveBack, (isClear(state, settings()) ? settings().stutter : usualScanner.gap) + 1);
  };
  /** It was a person after all, or a scan that broke off. A key that is late all the same takes its text along again. */
  const giveBack = () => {
    clearTimeout(release);
    if (before && burst.isKept) type(before.field, burst.text);
    burst = { ...burst, isKept: false };
  };

  const onKeyDown = (event: KeyboardEvent) => {
    hearEarly();
    hear(event);
  };
  const hear = (event: KeyboardEvent) => {
    // What an input method composes is not what the key says.
    if (event.isComposing || event.keyCode === composing || events.isForItself?.(event.target)) {
      giveBack();
      state = quiet;
      return;
    }
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    const key = meantKey(event.key, event.code, event.shiftKey);
    const told = step(state, { key, at: event.timeStamp, held: event.repeat, modified }, settings());
    state = told.state;
    // Not for a Shift in the middle of a code, which leaves the state as it is.
    if (told.verdict === 'first' || (told.verdict === 'person' && state.text === '')) giveBack();
    switch (told.verdict) {
      case 'first':
        before = snapshot(event, isEarly, events.home);
        burst = { text: event.key, last: event.timeStamp, isFast: true, isKept: false };
        keep(event);
        return;
      case 'next':
        // A space in the middle of a code presses no button.
        if (key === ' ' && !fieldOf(event.target)) swallow(event);
        burst = {
          ...burst,
          text: burst.text + event.key,
          last: event.timeStamp,
          isFast: burst.isFast && event.timeStamp - burst.last <= usualScanner.gap,
        };
        keep(event);
        return;
      case 'scan':
      case 'repeat':
        swallow(event);
        clearTimeout(release);
        if (before && !burst.isKept) restore(before);
        before = null;
        burst = noBurst;
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
  const hearEarly = () => {
    const keys = waiting;
    waiting = [];
    isEarly = true;
    for (const event of keys) hear(event);
    isEarly = false;
    // The way up of an early Enter is over, or comes to a page that it presses nothing on.
    if (keys.length > 0) swallowUp = null;
  };
  const listeners = [
    ['keydown', onKeyDown],
    ['keyup', onKeyUp],
  ] as [string, EventListener][]; // proof: each event is of the kind that its listener takes
  // Not at once: who begins to listen does so while React is at work, which takes back what is typed into its fields then.
  const soon = setTimeout(hearEarly);
  for (const [name, listener] of listeners) window.addEventListener(name, listener, { capture: true });
  return {
    isBusy: () => isBurst(state, performance.now(), settings()),
    stop: () => {
      clearTimeout(soon);
      giveBack();
      for (const [name, listener] of listeners) window.removeEventListener(name, listener, { capture: true });
    },
  };
}

const startsText = /^[\p{L}\p{N}]/u;

function snapshot(event: KeyboardEvent, isEarly: boolean, home: () => HTMLInputElement | null): Snapshot | null {
  let field = fieldOf(event.target);
  if (isEarly && document.activeElement === home()) field = home();
  if (!field && event.key.length === 1 && startsText.test(event.key)) {
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

/** Types text where the caret is, as far as the field has room for it. */
function type(field: Field, text: string): void {
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  const room = field.maxLength < 0 ? text.length : Math.max(0, field.maxLength - field.value.length + selected);
  field.setRangeText(text.slice(0, room), field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
