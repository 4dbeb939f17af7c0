import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meantKey, quiet, type ScannerState, type Step, type Stroke, step, usualScanner } from './scanner';

const { gap, stutter, shortest, repeatWithin } = usualScanner;

/** Keys with the milliseconds before each. */
type Typed = readonly (readonly [key: string, wait: number])[];

function play(
  typed: Typed,
  from: ScannerState = quiet,
  start = 1000,
): { steps: Step[]; end: number; state: ScannerState } {
  let at = start;
  let state = from;
  const steps = typed.map(([key, wait]) => {
    at += wait;
    const stroke: Stroke = { key, at, held: false, modified: false };
    const told = step(state, stroke);
    state = told.state;
    return told;
  });
  return { steps, end: at, state };
}

const verdicts = (typed: Typed) => play(typed).steps.map((told) => told.verdict);
const scan = (code: string, wait = 4, end = 'Enter'): Typed => [
  ...[...code].map((key, index) => [key, index === 0 ? 500 : wait] as const),
  [end, wait] as const,
];

const character = fc.constantFrom(...'0123456789abcxyzABCXYZ-./+% ');
const code = fc.string({ unit: character, minLength: shortest, maxLength: 40 });
const scannerWait = fc.integer({ min: 0, max: gap });
const personWait = fc.integer({ min: gap + 1, max: 900 });

describe('a scan', () => {
  it('is told whatever the code and however the scanner stutters within its gap', () => {
    fc.assert(
      fc.property(
        code,
        fc.infiniteStream(scannerWait),
        fc.integer({ min: 0, max: stutter }),
        fc.constantFrom('Enter', 'Tab'),
        (text, waits, endWait, end) => {
          const wait = () => waits.next().value ?? 0;
          const typed = [...text].map((key, index) => [key, index === 0 ? 1000 : wait()] as const);
          const { steps } = play([...typed, [end, endWait]]);
          expect(steps.at(-1)).toMatchObject({ verdict: 'scan', code: text });
          expect(steps.slice(0, -1).map((told) => told.verdict)).toEqual([
            'first',
            ...typed.slice(1).map(() => 'next'),
          ]);
        },
      ),
    );
  });

  it('may stutter once it is clearly one', () => {
    const stuttering = fc.array(fc.integer({ min: 0, max: stutter }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(stuttering, (waits) => {
        const start = scan('12345678').slice(0, shortest);
        const { steps } = play([...start, ...waits.map((wait) => ['7', wait] as const), ['Enter', 4]]);
        expect(steps.at(-1)).toMatchObject({ verdict: 'scan', code: `1234${'7'.repeat(waits.length)}` });
      }),
    );
  });

  it('keeps its code apart from what a person typed just before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(character, personWait)), code, personWait, (typed, text, pause) => {
        const [first = ['', 0], ...rest] = scan(text);
        const { steps } = play([...typed, [first[0], pause], ...rest]);
        expect(steps.at(-1)).toMatchObject({ verdict: 'scan', code: text });
      }),
    );
  });

  it('goes through Shift, which a scanner presses for capitals', () => {
    const { steps } = play([
      ['Shift', 500],
      ['A', 2],
      ['Shift', 2],
      ['b', 2],
      ['1', 2],
      ['2', 2],
      ['Enter', 2],
    ]);
    expect(steps.at(-1)).toMatchObject({ verdict: 'scan', code: 'Ab12' });
  });

  it('counts every one of a fast run of different codes once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(code, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 40, max: 120 }),
        (codes, pause) => {
          const typed = codes.flatMap((text) =>
            scan(text).map(([key, wait]) => [key, wait === 500 ? pause : wait] as const),
          );
          const told = play(typed).steps.filter(({ verdict }) => verdict === 'scan' || verdict === 'repeat');
          expect(told.map((each) => each.code)).toEqual(codes);
          expect(told.every(({ verdict }) => verdict === 'scan')).toBe(true);
        },
      ),
    );
  });
});

describe('the same code again', () => {
  it(`within ${repeatWithin} ms is the scanner going off twice`, () => {
    fc.assert(
      fc.property(code, (text) => {
        const first = play(scan(text, 1));
        const [start = ['', 0], ...rest] = scan(text, 1);
        const { steps } = play([[start[0], 100], ...rest], first.state, first.end);
        expect(steps.at(-1)).toMatchObject({ verdict: 'repeat', code: text });
      }),
    );
  });

  it('later is a second piece', () => {
    const first = play(scan('8901030865278'));
    const { steps } = play(scan('8901030865278'), first.state, first.end);
    expect(steps.at(-1)?.verdict).toBe('scan');
  });

  it('is a second piece when another code came between', () => {
    const first = play(scan('111111'));
    const other = play(
      scan('2222', 1).map(([key, wait]) => [key, wait === 500 ? 60 : wait]),
      first.state,
      first.end,
    );
    const { steps } = play(
      scan('111111', 1).map(([key, wait]) => [key, wait === 500 ? 60 : wait]),
      other.state,
      other.end,
    );
    expect(steps.at(-1)?.verdict).toBe('scan');
  });
});

describe('a person', () => {
  it('is never taken for a scanner, whatever they type and end with Enter', () => {
    const key = fc.oneof(character, fc.constantFrom('Enter', 'Tab', 'Backspace', 'ArrowDown', 'F12', 'Shift', 'ह'));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, personWait), { maxLength: 60 }), (typed) => {
        expect(verdicts(typed).every((verdict) => verdict === 'first' || verdict === 'person')).toBe(true);
      }),
    );
  });

  it('may roll two or three keys at once', () => {
    const rolls = fc.array(
      fc.tuple(personWait, fc.array(fc.tuple(character, scannerWait), { minLength: 1, maxLength: shortest - 1 })),
      { minLength: 1, maxLength: 15 },
    );
    fc.assert(
      fc.property(rolls, (groups) => {
        const typed = groups.flatMap(([pause, keys]) =>
          keys.map(([key, wait], index) => [key, index === 0 ? pause : wait] as const),
        );
        expect(verdicts([...typed, ['Enter', 20]]).at(-1)).toBe('person');
      }),
    );
  });

  it('may press Enter long after a scanner without an end key has typed', () => {
    const typed = scan('8901030865278').slice(0, -1);
    expect(verdicts([...typed, ['Enter', stutter + 1]]).at(-1)).toBe('person');
  });

  it('may hold a key down until it repeats', () => {
    let state = quiet;
    let last: Step | undefined;
    for (let at = 0; at < 300; at += 30) {
      last = step(state, { key: '1', at, held: at > 0, modified: false });
      state = last.state;
    }
    last = step(state, { key: 'Enter', at: 310, held: false, modified: false });
    expect(last.verdict).toBe('person');
  });

  it('may use commands: Ctrl with a letter is no text', () => {
    const told = step(quiet, { key: 'c', at: 5, held: false, modified: true });
    expect(told).toMatchObject({ verdict: 'person', state: { text: '' } });
  });
});

describe('a keyboard with another layout', () => {
  it('gives the characters of the keys that the scanner pressed', () => {
    expect(meantKey('च', 'Digit8', false)).toBe('8');
    expect(meantKey('ब', 'KeyY', false)).toBe('y');
    expect(meantKey('भ', 'KeyY', true)).toBe('Y');
    expect(meantKey('7', 'Digit7', false)).toBe('7');
    expect(meantKey('é', 'Digit2', false)).toBe('2');
    expect(meantKey('Enter', 'Enter', false)).toBe('Enter');
  });
});

describe('a scanner that was told to type something before each code', () => {
  const settings = { ...usualScanner, prefix: '~' };
  const told = (typed: Typed) => {
    let at = 1000;
    let state = quiet;
    return typed.map(([key, wait]) => {
      at += wait;
      const next = step(state, { key, at, held: false, modified: false }, settings);
      state = next.state;
      return next;
    });
  };

  it('is told by it, however slowly the code comes; the prefix is no part of the code', () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 1000 }), (text, wait) => {
        expect(told(scan(`~${text}`, wait)).at(-1)).toMatchObject({ verdict: 'scan', code: text });
      }),
    );
  });

  it('a scan without it is still told by the clock, and a person typing slowly is still a person', () => {
    expect(told(scan('8901030865278')).at(-1)).toMatchObject({ verdict: 'scan', code: '8901030865278' });
    expect(told(scan('8901030865278', 200)).at(-1)).toMatchObject({ verdict: 'person' });
  });

  it('a prefix that was left alone for longer than a scan takes begins nothing', () => {
    expect(told([['~', 500], ...scan('12345', 200)]).at(-1)).toMatchObject({ verdict: 'scan' });
    expect(told([['~', 500], ['1', 1001], ...scan('2345', 200)]).at(-1)).toMatchObject({ verdict: 'person' });
  });
});
