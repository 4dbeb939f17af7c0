import type { Sender } from '../../src/main/ipc';
import { displaySender, senderOf, trustedSender } from './world';

/** Everybody who is not the app's own page in the top frame of the one window that may make the call. */
export function hostileSenders(name: string): readonly (readonly [who: string, sender: Sender])[] {
  const own = senderOf(name);
  const otherWindow = own === displaySender ? trustedSender : displaySender;
  return [
    ['another window', { ...own, webContentsId: 2 }],
    [own === displaySender ? "the till's window" : "the customer's window", otherWindow],
    ['a frame inside the page', { ...own, isTopFrame: false }],
    ...foreignOrigins.map((origin) => [`a page of "${origin}"`, { ...own, origin }] as const),
  ];
}

const foreignOrigins = [
  'app://evil',
  'app://galla.evil',
  'app://galla:8080',
  'APP://galla',
  'app://',
  'https://galla',
  'https://example.org',
  'http://localhost:5173',
  'file://',
  'data:',
  'null',
  '',
];

class Lookalike {
  constructor(input: object) {
    Object.assign(this, input);
  }
}

const megabyte = 'x'.repeat(1024 * 1024);

/** Turns a good input into bad ones: each differs from it in one way, and none may be answered. */
export function* badInputs(good: object): Generator<readonly [what: string, input: unknown]> {
  yield* wholesale(good);
  for (const [path, value] of leaves(good)) {
    const at = path.join('.');
    const put = (replacement: unknown) => replaced(good, path, replacement);
    yield [`an object at ${at}`, put({ $ne: null })];
    yield [`a list in a list at ${at}`, put([[[]]])];
    yield [`a function at ${at}`, put(() => 1)];
    yield [`a megabyte at ${at}`, put(megabyte)];
    if (typeof value === 'string') yield [`a number at ${at}`, put(1)];
    if (typeof value === 'boolean') yield [`a text for a boolean at ${at}`, put('true')];
    if (typeof value !== 'number') continue;
    yield [`a numeral at ${at}`, put(String(value))];
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e21, -1e21, 2 ** 53, 1.5]) {
      yield [`${number} at ${at}`, put(number)];
    }
    yield [`a bigint at ${at}`, put(1n)];
  }
}

function* wholesale(good: object): Generator<readonly [what: string, input: unknown]> {
  for (const value of [null, undefined, 'text', 5, true, [], [good], Symbol('x'), 5n]) {
    yield [`${Array.isArray(value) ? 'a list' : String(value)} instead of an object`, value];
  }
  yield ['an unknown key', { ...good, extra: 1 }];
  yield [
    'an own __proto__',
    JSON.parse(JSON.stringify(good).replace(/\{/, '{"__proto__":{"polluted":true},').replace(',}', '}')),
  ];
  yield ['a constructor', { ...good, constructor: { prototype: { polluted: true } } }];
  yield ['an object with a class', new Lookalike(good)];
  yield ['a map', new Map(Object.entries(good))];
  yield ['a date', new Date(0)];
  yield ['bytes', new Uint8Array(8)];
  yield ['two megabytes in one more key', { ...good, extra: megabyte + megabyte }];
  yield ['a million more keys', { ...good, extra: new Array(1_000_001).fill(0) }];
  yield ['a cycle', cyclic(good)];
  yield ['a deep one', { ...good, extra: nested(10_000) }];
}

function cyclic(good: object): object {
  const cycle: Record<string, unknown> = { ...good };
  cycle.extra = cycle;
  return cycle;
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

type Path = readonly (string | number)[];

/** Every field that holds no further ones, and every empty list. */
function* leaves(value: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    for (const [key, item] of Object.entries(value))
      yield* leaves(item, [...path, Array.isArray(value) ? Number(key) : key]);
  } else if (path.length > 0) yield [path, value];
}

function replaced(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? replaced(item, rest, replacement) : item));
  if (typeof value !== 'object' || value === null) throw new Error('The path leads nowhere');
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    name === key ? replaced(item, rest, replacement) : item,
  ]);
  return Object.fromEntries(entries);
}
