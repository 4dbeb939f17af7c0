import type { Block, ReceiptDocument } from '../paper';
import { centred } from './parts';
import { paperWords } from './words';

/** The same paper with a mark above and below that nobody can take for a bill, and that cannot be torn off at one end. */
export function trainingPaper(paper: ReceiptDocument): ReceiptDocument {
  const mark: Block = centred(paperWords[paper.language].training, { bold: true, inverse: true });
  return { ...paper, blocks: [mark, ...paper.blocks, mark] };
}
