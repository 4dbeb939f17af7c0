/** What came of one example: no failures, or one for every key that differs. */
export interface Outcome {
  readonly id: string;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly key: string;
  readonly expected: string;
  readonly got: string;
}

export type PlainObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Decimals are equal as numbers: `8`, `8.0` and `8.000`. Anything else is equal as text. */
export function same(expected: unknown, got: unknown): boolean {
  return canonical(expected) === canonical(got);
}

function canonical(value: unknown): string {
  const text = typeof value === 'string' ? value : show(value);
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '').replace(/^-0$/, '0') : text;
}

export function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}

/** The keys of `expected` that `got` does not have so. A key that `got` does not know at all is a failure too. */
export function differences(expected: PlainObject, got: PlainObject, path = ''): Failure[] {
  return Object.entries(expected)
    .filter(([key, value]) => !(Object.hasOwn(got, key) && same(value, got[key])))
    .map(([key, value]) => ({
      key: path + key,
      expected: show(value),
      got: Object.hasOwn(got, key) ? show(got[key]) : 'no such key',
    }));
}
