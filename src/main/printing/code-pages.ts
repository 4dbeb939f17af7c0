import CodepageEncoder, { type Codepage } from '@point-of-sale/codepage-encoder';
import type { PrinterProfile } from './profiles';

const known = new Map<Codepage, ReadonlySet<string>>();

/** The characters of a page: what the encoder would not turn into a question mark. */
function charactersOf(page: Codepage): ReadonlySet<string> {
  let found = known.get(page);
  if (!found) {
    // A page may have holes, and U+FFFD where nothing is defined.
    const points = Array.from(CodepageEncoder.getCodepoints(page, true)).filter((point) => point && point !== 0xfffd);
    found = new Set(points.map((point) => String.fromCodePoint(point)));
    known.set(page, found);
  }
  return found;
}

/** The first page of the printer on which all of the text is; null where it has to be drawn. */
export function codePageFor(text: string, { codePages }: PrinterProfile): Codepage | null {
  for (const [page] of codePages) {
    const has = charactersOf(page);
    if ([...text].every((char) => isPlain(char) || has.has(char))) return page;
  }
  return null;
}

const isPlain = (char: string): boolean => char >= ' ' && char <= '~';
