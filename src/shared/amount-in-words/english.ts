const ones = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ');
const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function belowHundred(value: number): string {
  if (value < 20) return ones[value] ?? '';
  const rest = value % 10;
  return (tens[Math.trunc(value / 10)] ?? '') + (rest === 0 ? '' : `-${ones[rest] ?? ''}`);
}

function belowThousand(value: number): string {
  const hundreds = Math.trunc(value / 100);
  const rest = value % 100;
  const words = hundreds === 0 ? [] : [`${ones[hundreds] ?? ''} hundred`];
  if (rest !== 0 || hundreds === 0) words.push(belowHundred(rest));
  return words.join(' ');
}

/** Names of the groups, the largest first: how many units each is. */
type Groups = readonly (readonly [string, number])[];

const international: Groups = [
  ['trillion', 1_000_000_000_000],
  ['billion', 1_000_000_000],
  ['million', 1_000_000],
  ['thousand', 1_000],
];

const indian: Groups = [
  ['crore', 10_000_000],
  ['lakh', 100_000],
  ['thousand', 1_000],
];

/** A whole number in words: `twelve lakh thirty-four thousand` or `one million two hundred thirty-four thousand`. */
export function englishNumber(value: number, numbering: 'indian' | 'international'): string {
  const groups = numbering === 'indian' ? indian : international;
  const words: string[] = [];
  let rest = value;
  for (const [name, size] of groups) {
    const count = Math.trunc(rest / size);
    rest %= size;
    // Above a thousand crore the crores are counted in the same way.
    if (count > 0) words.push(`${count < 1_000 ? belowThousand(count) : englishNumber(count, numbering)} ${name}`);
  }
  if (rest !== 0 || words.length === 0) words.push(belowThousand(rest));
  return words.join(' ');
}
