/** Clocking in and out: docs/staff.md. */
export { ClockHost } from './ClockHost';
export { ClockPanel, type Pinned } from './ClockPanel';
export { openClockDialog } from './dialog';
export { useHours } from './useHours';
