/** How the bill is paid. */
export { PayPane } from './PayPane';
