/** The scanner, wherever the focus is. */
export { listenToScanner, type Scanner, type ScannerEvents } from './listen';
export { type ScannerSettings, usualScanner } from './scanner';
