/** Labels for shelves and goods: onto sheets of stickers, label printers and receipt printers. */
export { createLabelDesk, type LabelDesk, type LabelPorts } from './desk';
