/** The house around every screen. */
export { askForFrame } from './askForFrame';
export { Frame } from './Frame';
