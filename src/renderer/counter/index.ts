/** The main screen: the bill, what to put on it, and the keys. */
export { askForCounter } from './askForCounter';
export { Counter } from './Counter';
