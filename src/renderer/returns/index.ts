/** What is done to a bill afterwards: goods come back, the whole bill is taken back, its receipt is printed again. */
export { BillFinder } from './BillFinder';
export { Settled } from './Settled';
export { TakeBack } from './TakeBack';
export { VoidForm } from './VoidForm';
