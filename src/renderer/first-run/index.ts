/** Before there is a shop. */
export { FirstStart as default } from './FirstStart';
