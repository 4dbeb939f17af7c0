import { isGstin } from '@shared/codes';
import type { CallInput, Customer } from '@shared/contract';
import type { Money } from '@shared/money';
import type { FieldErrors } from '../form';
import type { WordsFor } from '../words';

export interface CustomerDraft {
  readonly name: string;
  readonly phone: string;
  readonly gstin: string;
  readonly stateCode: string | null;
  readonly address: string;
  readonly email: string;
  readonly creditLimit: Money | null;
  readonly note: string;
}

export const draftOf = (customer: Customer | null): CustomerDraft => ({
  name: customer?.name ?? '',
  phone: customer?.phone ?? '',
  gstin: customer?.gstin ?? '',
  stateCode: customer?.stateCode ?? null,
  address: customer?.address ?? '',
  email: customer?.email ?? '',
  creditLimit: customer?.creditLimit ?? null,
  note: customer?.note ?? '',
});

const orNull = (text: string): string | null => text.trim() || null;

export function inputOf(draft: CustomerDraft, id: string | undefined): CallInput<'customers.save'> {
  return {
    ...(id === undefined ? {} : { id }),
    name: draft.name.trim(),
    phone: orNull(draft.phone),
    gstin: orNull(draft.gstin)?.toUpperCase() ?? null,
    stateCode: draft.stateCode,
    address: orNull(draft.address),
    email: orNull(draft.email),
    creditLimit: draft.creditLimit,
    note: orNull(draft.note),
  };
}

export function findErrors({ name, phone, gstin }: CustomerDraft, t: WordsFor): FieldErrors<CustomerDraft> {
  return {
    ...(name.trim() === '' ? { name: t('office.customers.missingName') } : {}),
    ...(/^(\+?[\d ()-]{4,20})?$/.test(phone.trim()) ? {} : { phone: t('office.customers.badPhone') }),
    ...(gstin.trim() === '' || isGstin(gstin) ? {} : { gstin: t('office.badGstin') }),
  };
}
