/** Forms: a draft that survives changes made elsewhere, errors beside the fields, groups of fields. */

export { dayIn, switchOf, textOf } from './bind';
export { CreatableSelect } from './CreatableSelect';
export { DialogForm, FieldPair } from './DialogForm';
export type { FieldErrors } from './draft';
export { Cell, FormSection } from './FormSection';
export { GstFields } from './GstFields';
export { type PartyDraft, PartyFields, partyDraft, partyErrors, partyInput } from './PartyFields';
export { StateSelect } from './StateSelect';
export { type Form, useForm } from './useForm';
export { useFormCommand } from './useFormCommand';
