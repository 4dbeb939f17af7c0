/** What may stand between the cells of a text file. */
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The one that cuts the first lines into the same number of cells most often; a comma when none does. */
export function detectDelimiter(text: string): Delimiter {
  const lines = linesOf(text, 50);
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => cutsIn(line, delimiter)).filter((count) => count > 0);
    const commonest = Math.max(0, ...[...Map.groupBy(counts, (count) => count).values()].map((same) => same.length));
    const cuts = counts.reduce((sum, count) => sum + count, 0);
    // Lines that agree count most; the number of cuts decides between two that all lines agree on.
    const score = commonest * 1000 + Math.min(cuts, 999);
    if (commonest > 0 && score > most) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}

/** Lines as quotes have them: a line break within quotes is part of a cell. */
function linesOf(text: string, limit: number): string[] {
  const lines: string[] = [];
  let quoted = false;
  let start = 0;
  for (let index = 0; index < text.length && lines.length < limit; index++) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    else if (character === '\n' && !quoted) {
      lines.push(text.slice(start, index));
      start = index + 1;
    }
  }
  // The last line of an excerpt may be cut off; it counts only when it is the only one.
  if (lines.length === 0) lines.push(text.slice(start));
  return lines.filter((line) => line.trim() !== '');
}

function cutsIn(line: string, delimiter: string): number {
  let cuts = 0;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) cuts++;
  }
  return cuts;
}
