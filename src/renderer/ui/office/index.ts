/** The parts of office screens and dialogs: loaded after the first paint. */
import '../../theme/office.css';

export { DateField } from '../dates';
export { CurrencySign, focusInvalid, MoneyInput, PinInput, QuantityInput, RateInput, ReasonField } from '../fields';
export { ConfirmDialog, Dialog } from './Dialog';
export { FormFoot } from './FormFoot';
export { Page } from './Page';
export type { Selecting } from './Selecting';
export { type Column, leastWidth, type Sorting, VirtualTable } from './VirtualTable';
