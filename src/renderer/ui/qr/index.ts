/** A code for a phone's camera. */
export { Qr } from './Qr';
