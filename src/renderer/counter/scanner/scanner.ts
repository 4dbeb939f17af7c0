/**
 * Tells a barcode scanner from a person, by the clock. A scanner is a keyboard that types a whole code with a few
 * milliseconds between the keys and ends it with Enter or Tab; nobody's fingers do that. Pure: it sees strokes and says
 * what they are, and has no idea of a page.
 */
export interface ScannerSettings {
  /** Most milliseconds between the first keys of one scan: what tells it from a person. */
  readonly gap: number;
  /**
   * Most milliseconds once it is clearly a scan, and before the Enter or Tab that ends it: radios stutter, busy machines
   * too, and some scanners take a breath at the end.
   */
  readonly stutter: number;
  /** Fewer characters than this are no code. */
  readonly shortest: number;
  /** The same code again within so many milliseconds is one scan that went off twice. */
  readonly repeatWithin: number;
  /** What the scanner types before each code, if it was told to; whatever begins so is a scan, however slowly it comes. */
  readonly prefix: string;
}

export const usualScanner: ScannerSettings = { gap: 35, stutter: 120, shortest: 4, repeatWithin: 300, prefix: '' };

/** Most milliseconds between the keys of a scan that its prefix has given away: a radio at the end of its reach. */
const prefixedGap = 1000;

export interface Stroke {
  /** As `KeyboardEvent.key` names it. */
  readonly key: string;
  /** When the key went down, in milliseconds from any fixed point. */
  readonly at: number;
  /** The key is being held down: keyboards repeat themselves about as fast as scanners type. */
  readonly held: boolean;
  /** With Ctrl, Alt or Meta: a command, not text. */
  readonly modified: boolean;
}

export interface ScannerState {
  /** What came in a row, each close upon the last. */
  readonly text: string;
  /** When its last character came. */
  readonly last: number;
  readonly scanned: { readonly code: string; readonly at: number } | null;
}

export type Verdict =
  /** Text that may be the first of a scan: note now what the field holds. */
  | 'first'
  /** Text that came too fast after the last to be sure that it is a person's. */
  | 'next'
  /** This key ended a scan, `code` says of what; it must do nothing else. */
  | 'scan'
  /** It ended the same scan again, too soon: it must do nothing at all. */
  | 'repeat'
  /** A person's. */
  | 'person';

export interface Step {
  readonly state: ScannerState;
  readonly verdict: Verdict;
  /** For `scan` and `repeat`. */
  readonly code: string;
}

export const quiet: ScannerState = { text: '', last: Number.NEGATIVE_INFINITY, scanned: null };

const ends = new Set(['Enter', 'Tab']);
/** Keys that a scanner presses in the middle of a code, and that say nothing by themselves. */
const silent = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph']);

/** What one more stroke means. */
export function step(state: ScannerState, stroke: Stroke, settings: ScannerSettings = usualScanner): Step {
  const told = (verdict: Verdict, next: Partial<ScannerState>, code = ''): Step => ({
    state: { ...state, ...next },
    verdict,
    code,
  });
  if (silent.has(stroke.key)) return told('person', {});
  const since = stroke.at - state.last;
  const isGivenAway = hasPrefix(state, settings);
  if (ends.has(stroke.key) && !stroke.modified && !stroke.held) {
    const code = isGivenAway ? state.text.slice(settings.prefix.length) : state.text;
    const mayBreathe = isGivenAway ? prefixedGap : settings.stutter;
    if ([...code].length < settings.shortest || since > mayBreathe || since < 0) return told('person', { text: '' });
    const before = state.scanned;
    const again = before?.code === code && stroke.at - before.at <= settings.repeatWithin;
    // A scanner that goes on firing is still one scan: the window moves with it.
    return told(again ? 'repeat' : 'scan', { text: '', scanned: { code, at: stroke.at } }, code);
  }
  const isText = [...stroke.key].length === 1 && !stroke.modified && !stroke.held;
  if (!isText) return told('person', { text: '' });
  const close = state.text !== '' && since >= 0 && since <= mostPause(state, settings);
  return told(close ? 'next' : 'first', { text: close ? state.text + stroke.key : stroke.key, last: stroke.at });
}

const hasPrefix = (state: ScannerState, { prefix }: ScannerSettings): boolean =>
  prefix !== '' && state.text.startsWith(prefix);

/** True once so much came so fast that only a scanner, or a program, can have typed it. */
export const isClear = (state: ScannerState, settings: ScannerSettings = usualScanner): boolean =>
  [...state.text].length >= settings.shortest;

/** Most milliseconds until the next character, for it to belong to those that came. */
function mostPause(state: ScannerState, settings: ScannerSettings): number {
  if (hasPrefix(state, settings)) return prefixedGap;
  return isClear(state, settings) ? Math.max(settings.stutter, settings.gap) : settings.gap;
}

/** True in the middle of what looks like a scan: nothing that a key does by itself should happen now. */
export function isBurst(state: ScannerState, at: number, settings: ScannerSettings = usualScanner): boolean {
  return [...state.text].length >= 2 && at - state.last <= settings.gap;
}

/**
 * The character that a scanner meant. It presses the keys of an American keyboard; under a Hindi layout they arrive as
 * Devanagari, so what is no ASCII is read from the key's place instead.
 */
export function meantKey(key: string, code: string, shift: boolean): string {
  if ([...key].length !== 1 || /^[\x20-\x7e]$/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? key;
}
