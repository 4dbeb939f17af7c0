/** Papers on the screen, from the same blocks as on the printer. */
export { Picture } from './Picture';
export { Paper, Receipt } from './Receipt';
