/** How the bill is paid: loaded while the first goods are being scanned. */
export { PayPane as default } from './PayPane';
