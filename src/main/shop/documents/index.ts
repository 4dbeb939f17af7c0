/** What every document of the shop has: its number, who made it where and when, and in which shift. */
export { creditNoteSeries, takeNumber, zReportSeries } from './numbers';
export { isOwnShift, isOwnTerminal, openShift, openShiftId, ownTerminals, type ShiftRow, shiftFor } from './shift';
export { type Stamp, stampOf } from './stamp';
