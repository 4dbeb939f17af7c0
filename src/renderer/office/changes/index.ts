/** Who changed what of a record. */
export { Changes } from './Changes';
export { ChangesDialog } from './ChangesDialog';
