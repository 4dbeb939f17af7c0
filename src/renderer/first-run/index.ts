/** Before there is a shop. */
export { FirstRun as default } from './FirstRun';
