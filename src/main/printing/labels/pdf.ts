import type { Language } from '@shared/entities';
import { a4, pageUnits, type Sheet, unitsOf } from '@shared/label-media';
import { type Copies, type PlacedLabel, placeCopies } from '@shared/labels';
import { html } from '../html';
import type { HiddenPage } from '../ports';
import { labelCss, labelMarkup } from './svg';

const pageCss = `
  @page { size: 210mm 297mm; margin: 0; }
  .sheet { display: block; width: 210mm; height: 297mm; overflow: hidden; }
  .sheet + .sheet { break-before: page; }
`;

/** Sheets of stickers as pages of a PDF, in true size: every label is one drawing, so that letters stay letters. */
export function sheetPage(
  items: readonly Copies<PlacedLabel>[],
  sheet: Sheet,
  begin: number,
  { language, title }: { readonly language: Language; readonly title: string },
): HiddenPage {
  const placed = Map.groupBy(placeCopies(items, sheet, begin), (each) => each.sheet);
  const units = (tenths: number): number => unitsOf(tenths, pageUnits);
  const view = `0 0 ${units(a4.width)} ${units(a4.height)}`;
  const pages = [...placed.values()].map(
    (labels) =>
      html`<svg class="sheet" viewBox="${view}">${labels.map(({ label, x, y }) => labelMarkup(label, units(x), units(y)))}</svg>`,
  );
  return { language, title, css: labelCss + pageCss, body: html`${pages}`.markup };
}
