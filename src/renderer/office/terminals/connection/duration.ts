const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `2d 3h`, `3h 12m`, `0m`, as the locale writes it: the two largest units of a time in ms that are not zero. */
export function durationWords(ms: number, locale: string): string {
  const write = (value: number, unit: string) =>
    value.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'narrow' });
  let left = ms;
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const value = Math.floor(left / size);
    left -= value * size;
    if (value > 0) parts.push(write(value, unit));
  }
  return parts.length === 0 ? write(0, 'minute') : parts.slice(0, 2).join(' ');
}
