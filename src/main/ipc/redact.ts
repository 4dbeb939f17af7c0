/** Beyond this the input is a list of ids or the like; the general scrubbing of the log still applies. */
const maxSecrets = 500;

/**
 * Takes what a person typed out of a text for the log: error messages of libraries and of the database like to quote
 * values, and among them may be a PIN, a phone or a name. Exact, because the input is at hand.
 */
export function withoutInput(text: string, input: unknown): string {
  let result = text;
  for (const secret of stringsOf(input)) result = result.replaceAll(secret, '[input]');
  return result;
}

function stringsOf(input: unknown): string[] {
  const found = new Set<string>();
  const walk = (value: unknown, depth: number): void => {
    if (found.size >= maxSecrets || depth > 8) return;
    // Shorter ones (a unit, a language) say nothing about anybody and would tear the text apart.
    if (typeof value === 'string' && value.length >= 4) found.add(value);
    else if (typeof value === 'object' && value !== null)
      for (const item of Object.values(value)) walk(item, depth + 1);
  };
  walk(input, 0);
  // The longest first: a name inside a longer text must not leave the rest of it behind.
  return [...found].sort((a, b) => b.length - a.length);
}
