/** Forms: a draft that survives changes made elsewhere, errors beside the fields, groups of fields. */
export type { FieldErrors } from './draft';
export { Cell, FormSection } from './FormSection';
export { refusedField } from './refused';
export { type Form, useForm } from './useForm';
