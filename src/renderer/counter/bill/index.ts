/** The open bill: its lines, its totals, whom it is for. */
export { BillPane } from './BillPane';
