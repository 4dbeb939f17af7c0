import { type Block, drawBitmap, type TableBlock, withUnits } from '@shared/paper';
import { html, type Markup, pictureElement } from './html';
import type { Drawing, HiddenPage, PagePort, RasterPort } from './ports';

/** Grey that is darker than this becomes black: thin strokes survive, blurred edges do not. */
export const darkest = 150;

/** Draws blocks through a hidden page: the same sizes as the printer's own letters, in a face that has every script. */
export function createRaster(pages: PagePort): RasterPort {
  return {
    async draw(drawing) {
      const { width, height, grey } = await pages.picture(pageOf(drawing), drawing.dots);
      return drawBitmap(width, height, (x, y) => (grey[y * width + x] ?? 255) < darkest);
    },
  };
}

export function pageOf({ blocks, language, dots, columns }: Drawing): HiddenPage {
  const column = Math.trunc(dots / columns);
  return { language, title: 'paper', css: cssFor(column * 2), body: html`${blocks.map(blockOf)}`.markup };
}

/** A line of the printer is twice as high as its letters are wide. */
const cssFor = (letter: number): string => `
  html, body { margin: 0; background: #fff; color: #000; }
  body { font: 500 ${letter - 2}px/1.3 var(--paper-font), sans-serif; font-variant-numeric: tabular-nums; }
  .text { white-space: pre-wrap; overflow-wrap: anywhere; }
  .center { text-align: center; }
  .end { text-align: end; }
  .bold { font-weight: 600; }
  .large { font-size: 1.7em; line-height: 1.25; font-weight: 600; }
  .inverse { background: #000; color: #fff; }
  .pair { display: flex; justify-content: space-between; gap: 0.6em; }
  .pair span:first-child { overflow-wrap: anywhere; }
  .pair span:last-child { text-align: end; overflow-wrap: anywhere; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 0; font-weight: inherit; text-align: end; white-space: nowrap; padding-inline-start: 0.5em; vertical-align: top; }
  th:first-child, td:first-child { text-align: start; white-space: pre-wrap; overflow-wrap: anywhere; padding-inline-start: 0; }
  .words { text-align: start; white-space: pre-wrap; padding-top: 0.1em; }
  .rule { border-top: 2px dashed #000; margin-block: 0.5em; }
  img { display: block; margin-inline: auto; }
`;

function blockOf(block: Block): Markup {
  switch (block.is) {
    case 'text': {
      const classes = ['text', block.align, block.bold && 'bold', block.size, block.inverse && 'inverse'];
      return html`<div class="${classes.filter(Boolean).join(' ')}">${block.text}</div>`;
    }
    case 'pair': {
      const classes = ['pair', block.bold && 'bold', block.size];
      return html`<div class="${classes.filter(Boolean).join(' ')}"><span>${block.name}</span><span>${block.value}</span></div>`;
    }
    case 'table':
      return tableOf(block);
    case 'rule':
      return html`<div class="rule"></div>`;
    case 'picture':
      return pictureElement(block.picture, 'picture');
    case 'code':
      throw new Error('Codes are printed, not drawn');
  }
}

/** Names of goods stand above their figures, whatever the width: scripts that need drawing are wide. */
function tableOf({ head, rows, wordy }: TableBlock): Markup {
  const columns = String(head.length);
  const row = (cells: readonly string[]): Markup => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
  const above = (cells: readonly string[]): Markup => {
    const [words = '', ...figures] = cells;
    // A discount has one figure only, and room for its word beside it.
    if (figures.filter((figure) => figure !== '').length < 2) return row(cells);
    return html`<tr><td class="words" colspan="${columns}">${withUnits(words)}</td></tr>${row(['', ...figures])}`;
  };
  return html`<table>${row(head)}${rows.map(wordy ? above : row)}</table>`;
}
