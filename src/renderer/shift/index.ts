/** The drawer's day: open with a float, put in and take out, X, count, Z; and where it stands, always in sight. */
export { CashNeedsShift } from './CashNeedsShift';
export { openShiftDialog, useIsDrawerShut, useShiftGate } from './dialog';
export { ShiftChip } from './ShiftChip';
export { ShiftHost } from './ShiftHost';
