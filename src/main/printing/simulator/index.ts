/** A receipt printer that exists only in memory: a test tool, and what "Try without a printer" prints on. */
export type { PaperItem } from './paper';
export { EscPosParser } from './parser';
export { pngOf } from './png';
export { type SimulatorServer, serveSimulator } from './server';
export { PrinterSimulator } from './simulator';
