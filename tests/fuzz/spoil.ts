import { limits } from '@shared/sync';
import type { Chance } from './random.ts';

/** Values that programs stumble over. Functions, so that the large ones exist only while they are used. */
const nasty: readonly ((chance: Chance) => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 0,
  () => 0.5,
  () => 1e308,
  () => -1e308,
  () => Number.MAX_SAFE_INTEGER,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => Number.MIN_SAFE_INTEGER,
  () => 2 ** 31,
  () => '',
  () => '0',
  () => '\u0000',
  () => '\ud800',
  () => '\u202e\u0301\u200d',
  () => 'नमस्ते'.repeat(40),
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => 'hasOwnProperty',
  () => "'; DROP TABLE log; --",
  () => 'a\nb',
  (chance) => 'x'.repeat(chance.below(70_000)),
  () => [],
  () => ({}),
  () => [[[[[[[[]]]]]]]],
  () => JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"polluted":1}}}'),
  () => Date.UTC(1970, 0, 1),
  () => Date.UTC(2999, 0, 1),
  () => -8_640_000_000_000_000,
];

export const nastyValue = (chance: Chance): unknown => chance.pick(nasty)(chance);

/** Changes one place somewhere in a JSON value: another value, no member, a member too many. */
export function spoilValue(chance: Chance, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || chance.is(0.15)) return nastyValue(chance);
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    const at = chance.below(copy.length + 1);
    if (at === copy.length) copy.push(chance.is(0.5) ? nastyValue(chance) : copy[0]);
    else if (chance.is(0.2)) copy.splice(at, 1);
    else copy[at] = spoilValue(chance, copy[at]);
    return copy;
  }
  const entries = Object.entries(value);
  const at = chance.below(entries.length + 1);
  const entry = entries[at];
  if (!entry)
    return { ...value, [String(chance.pick(['more', '__proto__x', 'toString', '', 'id']))]: nastyValue(chance) };
  if (chance.is(0.15)) return Object.fromEntries(entries.filter((_, index) => index !== at));
  return { ...value, [entry[0]]: spoilValue(chance, entry[1]) };
}

const spoilers: readonly ((chance: Chance, text: string) => string)[] = [
  (chance, text) => text.slice(0, chance.below(text.length + 1)),
  (chance, text) => text.slice(chance.below(text.length + 1)),
  (_, text) => text + text,
  (_, text) => `${text}\u0000`,
  (_, text) => `\ufeff${text}`,
  (_, text) => ` \n${text}\t`,
  (chance, text) => {
    const at = chance.below(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(chance.below(0x1_0000)) + text.slice(at + 1);
  },
  (chance) => '['.repeat(chance.below(30_000)),
  (chance) => `{"t":"push","a":${'['.repeat(chance.below(20_000))}`,
  (_, text) => text.replace('{', '{"__proto__":{"t":"hello"},'),
  (_, text) => text.replace('{', '{"t":"ping",'),
  (_, text) => text.replace(/\d+/, '1e999'),
  (_, text) => text.replace(/\d+/, '00'),
  (_, text) => text.replace(/\d+/, '9'.repeat(400)),
  () => '',
  () => 'null',
  () => '"hello"',
];

/** Breaks the text of a message. Once in a great while it is longer than anything that is read. */
export function spoilText(chance: Chance, text: string): string {
  if (chance.is(0.0005)) return `${text}${' '.repeat(limits.messageText * 2)}`;
  return chance.pick(spoilers)(chance, text);
}
