export { Bars } from './Bars';
export { Rows } from './Rows';
export type { Bar } from './scale';
