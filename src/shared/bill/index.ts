/** The one bill arithmetic: pricing, returns, tax classes by date, units with prices, document numbers. */
export { checkTaxes } from './check';
export {
  type DocumentNumberParts,
  type FinancialYear,
  financialYear,
  formatDocumentNumber,
  isDocumentNumber,
  parseDocumentNumber,
  validateDocumentNumber,
} from './document-number';
export { hsnSummary } from './hsn';
export { priceBill } from './price';
export { PriceChanges, type PriceFacts, type PriceRounding, type PriceStep } from './price-change';
export { type PriceEnding, priceEndings } from './price-endings';
export { type PriceList, type SellingUnit, sellingUnit, stockQuantity } from './price-list';
export {
  type PricedReturn,
  priceReturn,
  type ReturnedAmounts,
  type ReturnedLine,
  remainingToReturn,
  type StoredBill,
  type StoredLine,
  type StoredReturn,
  type WantedReturn,
} from './returns';
export { settle } from './settle';
export { checkTaxClass, type TaxClass, type TaxPeriod, taxesOn } from './tax-class';
export type {
  BillAmounts,
  BillInput,
  BillLine,
  BillSettings,
  Discount,
  HsnRow,
  LineAmounts,
  PricedBill,
  PricedComponent,
  PricedLine,
  SettledTender,
  Settlement,
  Tax,
  Tender,
} from './types';
