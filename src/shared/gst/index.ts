/** India's GST returns: their periods, and what they take. docs/gst-returns.md */
export { monthOf, periodBefore, quarterOf, type ReturnPeriod, recentPeriods, returnPeriodOf } from './period';
export { isReturnHsn, isReturnRate, isService, largeInvoiceAbove } from './rules';
