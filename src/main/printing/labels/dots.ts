import { setImmediate } from 'node:timers/promises';
import type { Language } from '@shared/entities';
import type { BarsPart, PlacedLabel } from '@shared/labels';
import { type Bitmap, drawBitmap } from '@shared/paper';
import { html } from '../html';
import type { PagePort } from '../ports';
import { darkest } from '../raster';
import { labelCss, partMarkup } from './svg';

/** Dots of one hidden page: main reads them in one turn, and the counter waits for that. */
const highest = 4_000;

/**
 * Labels as a printer's dots. Letters are drawn by the hidden page, which has every script; bars are put in here, dot by dot, because
 * a bar that a browser smooths is a bar that a scanner misreads.
 */
export async function drawLabels(
  pages: PagePort,
  labels: readonly PlacedLabel[],
  language: Language,
): Promise<Bitmap[]> {
  const drawn: Bitmap[] = [];
  for (let from = 0; from < labels.length; ) {
    let until = from;
    let height = 0;
    do height += labels[until++]?.height ?? 0;
    while (until < labels.length && height + (labels[until]?.height ?? 0) <= highest);
    drawn.push(...(await drawTogether(pages, labels.slice(from, until), language)));
    from = until;
    await setImmediate();
  }
  return drawn;
}

/** One below the other on one page: a window takes longer than what is drawn in it. */
async function drawTogether(pages: PagePort, labels: readonly PlacedLabel[], language: Language): Promise<Bitmap[]> {
  const width = Math.max(...labels.map((label) => label.width));
  const drawings = labels.map((label) => {
    const lines = label.parts.filter((part) => part.is === 'line');
    const [w, h] = [String(label.width), String(label.height)];
    return html`<svg class="label" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" overflow="hidden">${lines.map(partMarkup)}</svg>`;
  });
  const css = `${labelCss} .label { display: block; }`;
  const picture = await pages.picture({ language, title: 'labels', css, body: html`${drawings}`.markup }, width);
  let top = 0;
  return labels.map((label) => {
    const first = top;
    top += label.height;
    const bars = label.parts.filter((part) => part.is === 'bars').map(blackOf);
    return drawBitmap(
      label.width,
      label.height,
      (x, y) =>
        (picture.grey[(first + y) * picture.width + x] ?? 255) < darkest || bars.some((isBlack) => isBlack(x, y)),
    );
  });
}

function blackOf({ x, y, height, lead, runs, width }: BarsPart): (x: number, y: number) => boolean {
  const columns = new Uint8Array(width);
  let at = lead;
  for (const [index, run] of runs.entries()) {
    if (index % 2 === 0) columns.fill(1, at, at + run);
    at += run;
  }
  return (dotX, dotY) => dotY >= y && dotY < y + height && columns[dotX - x] === 1;
}
