/** Codes on goods and papers: barcodes, scale labels, GS1 element strings, GSTIN, UPI links. Check digits are verified. */
export {
  type BarcodeType,
  barcodeTypes,
  expandUpcE,
  gs1CheckDigit,
  hasCheckDigit,
  isBarcode,
  readBarcode,
  toGtin14,
  validateBarcode,
} from './barcode';
export { code128Modules } from './code128';
export { type Embedded, type EmbeddedPattern, embeddedPattern, readEmbedded } from './embedded';
export { type Gs1Elements, readGs1 } from './gs1';
export { gstinCheckCharacter, gstStateOf, gstStates, isGstin, validateGstin } from './gstin';
export { internationalPhone, spacedPhone } from './phone';
export { isUpiId, type UpiRequest, upiLink } from './upi';
