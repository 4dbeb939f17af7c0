import type { ReceiptDocument } from './document';
import { layOut } from './layout';

/** The paper as lines of text: for the log of a test, a mail, a screen reader. Pictures are left out. */
export function plainText(document: ReceiptDocument, columns: number): string {
  return layOut(document.blocks, columns)
    .flatMap((part) => (part.is === 'line' ? [part.text.trimEnd()] : []))
    .join('\n');
}
