/** How stock moves, wherever it is looked at: its history, and setting it right. */
export { AdjustStock } from './AdjustStock';
export { StockHistory } from './StockHistory';
