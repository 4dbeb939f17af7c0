import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  readonly pages: number;
  /** Width and height of the first page in points. */
  readonly size: readonly [number, number];
  /** What is written in it, text by text. */
  readonly texts: readonly string[];
}

/** As much of a PDF as Chromium writes: for tests that want to know what stands on the paper, and on how many. */
export function readPdf(file: Buffer): ReadPdf {
  const objects = objectsOf(file);
  const all = [...objects.values()];
  const pages = all.filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pages[0]?.head ?? '') ?? [];
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of all) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1];
      if (unicode !== undefined) fonts.set(name, lettersOf(objects.get(unicode)?.stream ?? ''));
    }
  }
  const texts = all.flatMap(({ stream }) => textsOf(stream, fonts));
  return { pages: pages.length, size: [Math.round(Number(width)), Math.round(Number(height))], texts };
}

interface PdfObject {
  readonly head: string;
  /** Inflated; empty where there is none. */
  readonly stream: string;
}

function objectsOf(file: Buffer): Map<string, PdfObject> {
  const text = file.toString('latin1');
  const found = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)) {
    const [, id = '', body = ''] = match;
    const begin = body.indexOf('stream');
    const head = begin < 0 ? body : body.slice(0, begin);
    const data = Buffer.from(body.slice(begin).replace(/^stream\r?\n/, ''), 'latin1');
    found.set(id, { head, stream: begin >= 0 && head.includes('FlateDecode') ? inflated(data) : '' });
  }
  return found;
}

/** Pictures and fonts are none of ours; what ends in the middle of a stream is not read. */
function inflated(data: Buffer): string {
  try {
    return inflateSync(data).toString('latin1');
  } catch {
    return '';
  }
}

/** The letters of a font's glyphs, by their numbers in hexadecimal. */
function lettersOf(unicode: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, block = ''] of unicode.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(from.toLowerCase(), utf16(to));
  }
  for (const [, block = ''] of unicode.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', until = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(until, 16); glyph++) {
        const letter = String.fromCodePoint(Number.parseInt(to, 16) + glyph - first);
        letters.set(glyph.toString(16).padStart(from.length, '0'), letter);
      }
    }
  }
  return letters;
}

/** A text is one or more runs, one for each font that has letters of it; they say the same place. */
function textsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const texts: string[] = [];
  let place = '';
  for (const [, block = ''] of content.matchAll(/\bBT\b([\s\S]*?)\bET\b/g)) {
    const [, font = '', here = ''] = /\/(F\d+) [\d.]+ Tf\s+([-\d. ]+ Tm)/.exec(block) ?? [];
    const letters = fonts.get(font) ?? new Map<string, string>();
    const digits = [...letters.keys()][0]?.length ?? 4;
    // What was shaped out of several letters says them itself.
    const spelt = /\/ActualText <FEFF([0-9A-F]+)>/.exec(block)?.[1];
    const glyphs = [...block.matchAll(/<([0-9A-Fa-f]+)> Tj/g)].flatMap(
      ([, hex = '']) => hex.match(new RegExp(`.{${digits}}`, 'g')) ?? [],
    );
    const text = spelt ? utf16(spelt) : glyphs.map((glyph) => letters.get(glyph.toLowerCase()) ?? '').join('');
    if (here !== '' && here === place) texts.push((texts.pop() ?? '') + text);
    else texts.push(text);
    place = here;
  }
  return texts;
}

const utf16 = (hex: string): string => Buffer.from(hex.padStart(4, '0'), 'hex').swap16().toString('utf16le');
