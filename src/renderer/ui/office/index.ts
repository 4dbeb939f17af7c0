/** The parts of office screens and dialogs: loaded after the first paint. */
import '../../theme/office.css';

export { CurrencySign, MoneyInput, PinInput, QuantityInput, RateInput, ReasonField } from '../fields';
export { DateField } from '../fields/DateField';
export { MethodField, moneyMethods } from '../fields/MethodField';
export { ConfirmDialog, Dialog } from './Dialog';
export { Page } from './Page';
export { type Column, leastWidth, type Sorting, VirtualTable } from './VirtualTable';
