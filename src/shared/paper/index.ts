/** A paper as blocks of text, figures and codes, and its lines on a roll of any width. What stands on it is `receipt`'s. */
export { type Bitmap, drawBitmap, isBlack, largestLogo, packBitmap, readBitmap } from './bitmap';
export type {
  Block,
  CodeBlock,
  PairBlock,
  PaperAlign,
  PictureBlock,
  ReceiptDocument,
  RuleBlock,
  TableBlock,
  TextBlock,
} from './document';
export { layOut, layOutBlock, type PaperLine, type PaperPart, withCaptions } from './layout';
export { plainText } from './plain-text';
export { charactersOf, widthOf, withUnits, wrap } from './wrap';
