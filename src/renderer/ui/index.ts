/**
 * The parts that any screen may use, the first one too: light ones only. What needs more of the component library
 * (dialogs, tables, fields) is in ui/office and comes with the first screen that wants it.
 */
export { BarChip } from './BarChip';
export { EmptyState } from './EmptyState';
export { ErrorBoundary, reportError, reportStrayErrors } from './ErrorBoundary';
export { FailureState } from './FailureState';
export { Mark } from './Mark';
export { StockBar, StockDot } from './StockBar';
export { type StockState, stockState } from './stock';
export { failureWords, toast } from './toast';
export { useCountdown } from './useCountdown';
export { useSaveDiagnostics } from './useSaveDiagnostics';
