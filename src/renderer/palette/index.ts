/** The palette, fetched when it is first wanted. The key that brings it up is the frame's. */
export { default } from './Palette';
