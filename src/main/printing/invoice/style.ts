import type { PdfPaper } from '../ports';

const sizes = { A4: { page: '210mm 297mm', text: 9 }, A5: { page: '148mm 210mm', text: 7 } } as const;

/** Quiet: rules instead of boxes, figures in columns, one loud number. */
export function styleFor(paper: PdfPaper): string {
  const { page, text } = sizes[paper];
  return `
  @page { size: ${page}; margin: 12mm; }
  html, body { margin: 0; background: #fff; color: #111; }
  body { font: ${text}pt/1.4 var(--paper-font), sans-serif; font-variant-numeric: tabular-nums; }
  p, h1 { margin: 0; }
  .sheet + .sheet { break-before: page; }
  header { display: flex; align-items: center; gap: 6mm; padding-bottom: 3mm; border-bottom: 0.6mm solid #111; }
  .logo { max-height: 18mm; max-width: 45mm; image-rendering: pixelated; }
  .title { flex: 1; display: flex; justify-content: space-between; align-items: baseline; }
  h1 { font-size: 1.9em; font-weight: 600; }
  .copy, .name { color: #555; }
  .void { margin-top: 2mm; padding: 1mm; text-align: center; font-size: 1.6em; font-weight: 600; color: #fff; background: #111; }
  .parties { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 6mm; padding-block: 4mm; }
  .who { font-size: 1.25em; font-weight: 600; }
  .party p, .item, .words, .lines { overflow-wrap: anywhere; }
  p.lines { white-space: pre-line; }
  table { border-collapse: collapse; }
  th { font-weight: 500; color: #555; text-align: end; white-space: nowrap; }
  td { text-align: end; white-space: nowrap; vertical-align: top; }
  th, td { padding: 0.8mm 0 0.8mm 3mm; }
  table.lines { width: 100%; border-bottom: 0.3mm solid #111; }
  table.lines thead { display: table-header-group; border-block: 0.3mm solid #111; }
  table.lines tr { break-inside: avoid; border-bottom: 0.1mm solid #ccc; }
  table.lines td:first-child, table.lines th:first-child { padding-left: 0; text-align: start; color: #555; }
  table.lines td.item, table.lines th:nth-child(2) { text-align: start; white-space: normal; width: 40%; }
  .below { display: flex; gap: 8mm; padding-top: 3mm; break-inside: avoid; }
  .left { flex: 1; }
  .words { padding-bottom: 3mm; font-weight: 600; }
  table.small { margin-bottom: 3mm; font-size: 0.9em; }
  table.small td:first-child, table.small th:first-child { padding-left: 0; text-align: start; }
  table.sums { align-self: start; min-width: 38%; }
  table.sums td:first-child { text-align: start; color: #555; }
  table.sums .total td { border-block: 0.3mm solid #111; font-size: 1.5em; font-weight: 600; color: #111; }
  table.sums .due td { font-weight: 600; color: #111; }
  footer { display: flex; justify-content: space-between; align-items: end; gap: 8mm; padding-top: 6mm; break-inside: avoid; }
  .payto { display: flex; gap: 6mm; align-items: end; }
  .qr { width: 28mm; height: 28mm; display: block; }
  .sign { text-align: center; min-width: 50mm; }
  .sign .line { margin-top: 14mm; padding-top: 1mm; border-top: 0.2mm solid #111; }
  .law { padding-top: 2mm; color: #555; white-space: pre-line; }
`;
}
