/** The scanner, wherever the focus is, and who a scan is for. */
export { listenToScanner, type Scanner, type ScannerEvents } from './listen';
export { chooseScanner, gaps, isPrefix, type OwnScanner, scannerSettings, useScannerSettings } from './own';
export { quiet, type ScannerSettings, type ScannerState, step, usualScanner } from './scanner';
export { topSink, useScans } from './sink';
