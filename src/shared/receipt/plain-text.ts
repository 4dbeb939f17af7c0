import type { ReceiptDocument } from './document';
import { layOut } from './layout';

/** The paper as lines of text: for the log of a test, a mail, a screen reader. Pictures are left out. */
export function plainText(document: ReceiptDocument, columns: number): string {
  return layOut(document.blocks, columns)
    .flatMap((part) => {
      if (part.is === 'line') return [part.text.trimEnd()];
      return part.is === 'code' ? [part.caption] : [];
    })
    .join('\n');
}
