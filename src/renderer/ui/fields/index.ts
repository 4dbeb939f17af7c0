/** Fields for numbers that people type, and for PINs. */
export { CurrencySign, MoneyInput, PinInput, QuantityInput, RateInput } from './fields';
export { focusInvalid } from './focusInvalid';
export { ReasonField } from './ReasonField';
