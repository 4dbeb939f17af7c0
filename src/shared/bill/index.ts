/** The one bill arithmetic: pricing, returns, tax classes by date, units with prices, document numbers. */
export { checkTaxes } from './check';
export { hsnSummary } from './hsn';
export { priceBill } from './price';
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
