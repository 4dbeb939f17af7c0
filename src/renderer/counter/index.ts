/** The main screen: the bill, what to put on it, and the keys. */
export { Counter } from './Counter';
