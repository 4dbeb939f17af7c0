/** Labels for shelves and goods: what stands on them, where, and how they are shared out on sheets. */
export type { Runs } from './bars';
export { type LabelCode, labelCode } from './code';
export { barsPath, textAt } from './drawing';
export {
  hasPrice,
  type LabelDesign,
  type LabelFacts,
  type LabelProduct,
  type LabelWriter,
  labelFacts,
} from './facts';
export {
  type BarsPart,
  type Box,
  type Ground,
  type LabelPart,
  type LinePart,
  type PlacedLabel,
  placeLabel,
} from './layout';
export { fits, linesOf, textWidth } from './measure';
export { type Copies, type Placed, placeCopies, portionsOf } from './sheet';
