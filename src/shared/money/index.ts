/**
 * Money, quantities and rates: whole numbers with their own types, one rounding rule, strict reading, local display.
 * Arithmetic on them happens here and in `bill`, nowhere else; `npm run lint` holds everyone to it.
 */
export {
  absMoney,
  addMoney,
  addQuantity,
  compareMoney,
  FINE_SCALE,
  type FineMoney,
  fineMoney,
  type Money,
  maxMoney,
  minMoney,
  money,
  negMoney,
  negQuantity,
  QUANTITY_SCALE,
  type Quantity,
  quantity,
  RATE_SCALE,
  type Rate,
  rate,
  subMoney,
  subQuantity,
  sumMoney,
  sumQuantity,
  WHOLE,
  ZERO,
} from './amount';
export { type CurrencyCode, currencies, currency, currencyDecimals, isCurrency } from './currency';
export { type ArithmeticCode, ArithmeticError, arithmeticCodes, attempt, type Result } from './errors';
export {
  fineToDecimal,
  formatAmount,
  formatMoney,
  formatQuantity,
  formatRate,
  quantityToDecimal,
  quantityToFixed,
  rateToDecimal,
  toDecimal,
} from './format';
export {
  type ParseOptions,
  parseMoney,
  parseQuantity,
  parseRate,
  readFineMoney,
  readMoney,
  readQuantity,
  readRate,
} from './parse';
export {
  multiply,
  portion,
  proportion,
  roundedRatio,
  roundHalfAwayFromZero,
  roundToMoney,
  roundToUnit,
} from './round';
export { shareOut } from './share';
export { checkUnitDecimals, isUnit, type UnitCode, unitCodes, unitDecimals, unitQuantityCode } from './unit';
