import type { ReportId } from '@shared/reports';
import type { ReportQuery } from '../question';
import { cashiers, customers, days, hours } from './documents';
import { brands, categories, products, profit } from './goods';
import { khata } from './khata';
import { daybook, discounts, payments, returns, shifts } from './money';
import { attendance, pay } from './staff';
import { production, reorder, shortages, stock, valuation } from './stock';
import { hsn, taxes } from './taxes';

/** The rows of every report. Their columns are `reportSpecs`. */
export const reportQueries: Readonly<Record<ReportId, ReportQuery>> = {
  days,
  hours,
  products,
  categories,
  brands,
  profit,
  customers,
  cashiers,
  payments,
  discounts,
  returns,
  taxes,
  hsn,
  stock,
  valuation,
  shortages,
  reorder,
  production,
  khata,
  daybook,
  shifts,
  attendance,
  pay,
};

export { returnedBetween, soldBetween } from './conditions';
export { roundOffOf } from './documents';
export { products } from './goods';
export { ageOf, openAccounts } from './khata';
export { keptByMethod, payments } from './money';
export { countShortages } from './stock';
