/** The house around every screen. */
export { Frame } from './Frame';
