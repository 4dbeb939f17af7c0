/**
 * Money, quantities and rates: whole numbers with their own types, one rounding rule, strict reading, local display.
 * Arithmetic on them happens here and in `bill`, nowhere else; `npm run lint` holds everyone to it.
 */
export {
  absMoney,
  addMoney,
  addQuantity,
  addRate,
  compareMoney,
  FINE_SCALE,
  type FineMoney,
  fineMoney,
  halfRate,
  isWhole,
  type Money,
  maxMoney,
  minMoney,
  money,
  negMoney,
  negQuantity,
  negRate,
  QUANTITY_SCALE,
  type Quantity,
  quantity,
  RATE_SCALE,
  type Rate,
  rate,
  ratio,
  subMoney,
  subQuantity,
  sumMoney,
  sumQuantity,
  timesMoney,
  timesQuantity,
  WHOLE,
  wholeUnits,
  ZERO,
} from './amount';
export { type CurrencyCode, currencies, currency, currencyDecimals, isCurrency } from './currency';
export { denominations, drawerLimit, inNotes, quickAmounts } from './denominations';
export { type ArithmeticCode, ArithmeticError, arithmeticCodes, attempt, type Result } from './errors';
export {
  fineToDecimal,
  formatAmount,
  formatMoney,
  formatQuantity,
  formatRate,
  quantityToDecimal,
  quantityToFixed,
  quantityToHundredths,
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
  average,
  exactProduct,
  multiply,
  portion,
  proportion,
  rateOf,
  roundedRatio,
  roundHalfAwayFromZero,
  roundToMoney,
  roundToUnit,
  roundUpToUnit,
  scaleQuantity,
  tenthsOfPercent,
  wholeOnesFor,
  wholePercents,
} from './round';
export { shareOut } from './share';
export { checkUnitDecimals, isUnit, type UnitCode, unitCodes, unitDecimals, unitQuantityCode } from './unit';
