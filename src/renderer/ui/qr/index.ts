/** A code for a phone's camera. Behind `import()`: the first screen has none. */
export { Qr as default } from './Qr';
