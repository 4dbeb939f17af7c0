/** Fields for numbers that people type, and for PINs. */
export { CurrencySign, MoneyInput, PinInput, QuantityInput, RateInput } from './fields';
export { ReasonField } from './ReasonField';
