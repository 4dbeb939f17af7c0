// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearEarlyKeys } from '../../early-keys';
import { listenToScanner, type Scanner } from './listen';
import { usualScanner } from './scanner';

let scanner: Scanner;
let scanned: string[];
let home: HTMLInputElement | null;
let now = 1000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  scanned = [];
  home = null;
  scanner = listenToScanner({
    isForItself: (target) => target instanceof HTMLElement && target.dataset.takesScans !== undefined,
    onScan: (code) => void scanned.push(code),
    onRepeat: (code) => void scanned.push(`again ${code}`),
    home: () => home,
    isPatient: (field) => field === home,
  });
});

afterEach(() => {
  vi.useRealTimers();
  scanner.stop();
  document.body.replaceChildren();
});

/** A key as the browser delivers it to whatever has the focus; text goes into a field unless someone prevented it. */
function press(key: string, wait: number): { prevented: boolean } {
  rest(wait);
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: now });
  (document.activeElement ?? document.body).dispatchEvent(event);
  const field = document.activeElement;
  if (!event.defaultPrevented && key.length === 1 && field instanceof HTMLInputElement) {
    if (field.selectionStart === null) field.value += key;
    else field.setRangeText(key, field.selectionStart, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return { prevented: event.defaultPrevented };
}

/** Time in which no key is pressed. */
function rest(ms: number): void {
  now += ms;
  vi.advanceTimersByTime(ms);
}

const scan = (code: string) => {
  for (const [index, key] of [...code].entries()) press(key, index === 0 ? 400 : 4);
  return press('Enter', 4);
};

function field(value = ''): HTMLInputElement {
  const input = document.createElement('input');
  input.value = value;
  document.body.append(input);
  input.focus();
  return input;
}

describe('a scan', () => {
  it('into a field for codes is typed there, and its Enter is the field’s own', () => {
    const input = field();
    input.dataset.takesScans = '';
    expect(scan('8901030865278').prevented).toBe(false);
    expect(input.value).toBe('8901030865278');
    expect(scanned).toEqual([]);
  });

  it('leaves the field as the person had it, and the page thinks so too', () => {
    const input = field('am');
    const seen: string[] = [];
    input.addEventListener('input', () => seen.push(input.value));
    scan('8901030865278');
    expect(scanned).toEqual(['8901030865278']);
    expect(input.value).toBe('am');
    expect(seen.at(-1)).toBe('am');
  });

  it('ends with an Enter that nobody else hears', () => {
    field();
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => void heard.push(event.key);
    window.addEventListener('keydown', listen);
    expect(scan('12345678').prevented).toBe(true);
    window.removeEventListener('keydown', listen);
    expect(heard).not.toContain('Enter');
  });

  it('presses no button with a space in its middle', () => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    press('A', 400);
    expect(press(' ', 4).prevented).toBe(true);
    press('1', 4);
    press('2', 4);
    press('Enter', 4);
    expect(scanned).toEqual(['A 12']);
  });

  it('goes where text belongs when nothing has the focus, and leaves nothing there', () => {
    home = field('5*');
    home.blur();
    scan('12345678');
    expect(scanned).toEqual(['12345678']);
    expect(home.value).toBe('5*');
    expect(document.activeElement).toBe(home);
  });

  it('is heard in a text area and over whatever else is open', () => {
    const area = document.createElement('textarea');
    area.value = 'note';
    document.body.append(area);
    area.focus();
    scan('12345678');
    expect(scanned).toEqual(['12345678']);
    expect(area.value).toBe('note');
  });

  it('is not heard any more once nobody listens', () => {
    scanner.stop();
    scan('12345678');
    expect(scanned).toEqual([]);
  });
});

describe('a person', () => {
  it('types and presses Enter as if there were no scanner', () => {
    const input = field();
    for (const key of 'milk') press(key, 120);
    expect(press('Enter', 120).prevented).toBe(false);
    expect(input.value).toBe('milk');
    expect(scanned).toEqual([]);
  });

  it('may begin to type anywhere', () => {
    home = field();
    home.blur();
    for (const key of 'milk') press(key, 120);
    expect(home.value).toBe('milk');
  });

  it('sees a first character a moment late where a scan may begin, and the others at once', () => {
    const input = field();
    home = input;
    press('m', 400);
    expect(input.value).toBe('');
    rest(36);
    expect(input.value).toBe('m');
    press('i', 90);
    expect(input.value).toBe('mi');
  });

  it('may go on at once: what waits comes first', () => {
    const input = field();
    home = input;
    press('m', 400);
    press('i', 20);
    expect(press('ArrowDown', 5).prevented).toBe(false);
    expect(input.value).toBe('mi');
  });

  it('whose fingers roll over the keys loses none of them', () => {
    const input = field('a');
    for (const key of 'bcd') press(key, 30);
    expect(input.value).toBe('abcd');
  });
});

describe('a burst', () => {
  it('is in no field as soon as it cannot be a person’s', () => {
    const input = field('am');
    for (const key of '8901') press(key, 4);
    expect(input.value).toBe('am');
    expect(press('0', 4).prevented).toBe(true);
  });

  it('is typed where the caret was when it breaks off without an Enter', () => {
    const input = field('a-z');
    input.setSelectionRange(1, 2);
    const seen: string[] = [];
    input.addEventListener('input', () => seen.push(input.value));
    for (const key of '89010308') press(key, 4);
    rest(200);
    expect(input.value).toBe('a89010308z');
    expect(seen.at(-1)).toBe('a89010308z');
    expect(scanned).toEqual([]);
  });

  it('that breaks off comes before the key that broke it', () => {
    const input = field();
    for (const key of '890103') press(key, 4);
    press('x', 300);
    expect(input.value).toBe('890103x');
  });

  it('whose key was pressed in time and is heard too late loses nothing', () => {
    for (const [keys, wait] of [
      ['a', 37],
      ['89010', 122],
    ] as const) {
      const input = field();
      home = input;
      for (const [index, key] of [...keys].entries()) press(key, index === 0 ? 400 : 4);
      // The page was busy: the timer came first.
      rest(wait);
      now -= 5;
      press('b', 0);
      now += 5;
      rest(200);
      expect(input.value).toBe(`${keys}b`);
    }
  });

  it('at the pace of a slow scanner is shown as it comes: a person may type as fast', () => {
    scanner.stop();
    scanner = listenToScanner(
      { onScan: (code) => void scanned.push(code), onRepeat: () => undefined, home: () => home, isPatient: () => true },
      () => ({ ...usualScanner, gap: 120 }),
    );
    const input = field();
    let typed = '';
    for (const key of '890103') {
      press(key, 90);
      typed += key;
      if (typed.length > 1) expect(input.value).toBe(typed);
    }
    press('Enter', 90);
    expect(scanned).toEqual(['890103']);
    expect(input.value).toBe('');
  });

  it('that an input method composes is left to it', () => {
    const input = field();
    home = input;
    const event = new KeyboardEvent('keydown', { key: 'k', bubbles: true, cancelable: true, isComposing: true });
    input.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('types no more than there is room for', () => {
    const input = field('abc');
    input.maxLength = 6;
    for (const key of '890103') press(key, 4);
    rest(200);
    expect(input.value).toBe('abc890');
  });

  it('with a Shift in its middle stays one', () => {
    const input = field();
    for (const key of 'abcd') press(key, 4);
    press('Shift', 4);
    for (const key of 'EF') press(key, 4);
    press('Enter', 4);
    expect(scanned).toEqual(['abcdEF']);
    expect(input.value).toBe('');
  });

  it('stays in a field that has no caret to come back to', () => {
    const input = field();
    input.type = 'number';
    for (const key of '12345') press(key, 4);
    expect(input.value).toBe('12345');
  });

  it('is given back when nobody listens any more', () => {
    const input = field();
    for (const key of '890103') press(key, 4);
    scanner.stop();
    expect(input.value).toBe('890103');
  });
});

describe('before anybody listens', () => {
  const start = (early: ReturnType<typeof hearEarlyKeys>) => {
    scanner = listenToScanner(
      {
        onScan: (code) => void scanned.push(code),
        onRepeat: () => undefined,
        home: () => home,
        isPatient: (each) => each === home,
      },
      undefined,
      early,
    );
  };

  it('what is scanned is heard by the first who listens', () => {
    scanner.stop();
    const early = hearEarlyKeys();
    scan('8901030865237');
    scan('8901030865244');
    rest(900);
    start(early);
    rest(1);
    expect(scanned).toEqual(['8901030865237', '8901030865244']);
  });

  it('a scan may begin before and end after', () => {
    scanner.stop();
    home = field();
    home.blur();
    const early = hearEarlyKeys();
    for (const key of '890103') press(key, 4);
    start(early);
    for (const key of '0865237') press(key, 4);
    press('Enter', 4);
    expect(scanned).toEqual(['8901030865237']);
    expect(home.value).toBe('');
  });

  it('what a person typed is in the field', () => {
    scanner.stop();
    home = field();
    home.blur();
    const early = hearEarlyKeys();
    for (const key of 'rice') press(key, 200);
    start(early);
    rest(500);
    expect(home.value).toBe('rice');
    expect(scanned).toEqual([]);
  });

  it('what another screen came first for is forgotten', () => {
    scanner.stop();
    const early = hearEarlyKeys();
    scan('8901030865237');
    early.take();
    start(early);
    rest(1);
    expect(scanned).toEqual([]);
  });
});
