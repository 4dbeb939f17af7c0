/** The house around every screen. */
export { Frame } from './Frame';
export { Mark } from './Mark';
