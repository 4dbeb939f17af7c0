import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * The renderer's own fonts, by the beginning of their files' names. Each subset is a family of its own: the browser goes
 * through the list for every letter, and needs no ranges for that.
 */
const faces = [
  { family: 'paper latin', file: 'inter-latin-wght-normal', weight: '100 900' },
  { family: 'paper latin-ext', file: 'inter-latin-ext-wght-normal', weight: '100 900' },
  { family: 'paper vietnamese', file: 'inter-vietnamese-wght-normal', weight: '100 900' },
  { family: 'paper cyrillic', file: 'inter-cyrillic-wght-normal', weight: '100 900' },
  { family: 'paper greek', file: 'inter-greek-wght-normal', weight: '100 900' },
  { family: 'paper devanagari', file: 'noto-sans-devanagari-devanagari-400-normal', weight: '100 500' },
  { family: 'paper devanagari', file: 'noto-sans-devanagari-devanagari-600-normal', weight: '600 900' },
] as const;

export interface PaperFonts {
  /** `<link>`s that hold the page's load back until the fonts are there: nothing is drawn in another face meanwhile. */
  readonly preload: string;
  readonly css: string;
}

let found: PaperFonts | undefined;

/** Read once: the files have their hashes in their names. */
export function paperFonts(): PaperFonts {
  found ??= findFonts(readdirSync(join(app.getAppPath(), 'out/renderer/assets')));
  return found;
}

function findFonts(files: readonly string[]): PaperFonts {
  const there = faces.flatMap((face) => {
    const file = files.find((name) => name.startsWith(`${face.file}-`) && name.endsWith('.woff2'));
    return file === undefined ? [] : [{ ...face, path: `/assets/${file}` }];
  });
  const families = [...new Set(there.map(({ family }) => `'${family}'`))].join(', ');
  const links = there.map(({ path }) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${path}">`);
  const rules = there.map(
    ({ family, weight, path }) => `@font-face{font-family:'${family}';font-weight:${weight};src:url(${path})}`,
  );
  return { preload: links.join(''), css: `${rules.join('')}:root{--paper-font:${families || 'sans-serif'}}` };
}
