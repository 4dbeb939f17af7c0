/** What the screens ask of the printers, and what they say of them. */
export { PrinterChip } from './PrinterChip';
export { usePrint } from './usePrint';
export { usePrinting } from './usePrinting';
