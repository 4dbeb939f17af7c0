/** Money that is no sale, at the counter and in the office: how it changes hands, what is asked back, dues that are received. */
export { AmountField } from './AmountField';
export { MethodAndReference } from './MethodAndReference';
export { MethodField, useMethod } from './MethodField';
export { ReceiveDues } from './ReceiveDues';
export { ReceivedDues } from './ReceivedDues';
export { askedBackBy, useAskedBack } from './useAskedBack';
