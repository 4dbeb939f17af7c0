/** A day that people type or choose. A folder of its own, so that the fields of the first chunk do not bring it along. */
export { DateField } from './DateField';
