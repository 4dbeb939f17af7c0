import type { CallInput, Customer } from '@shared/contract';
import type { Money } from '@shared/money';
import { type FieldErrors, type PartyDraft, partyDraft, partyErrors, partyInput } from '../form';
import type { WordsFor } from '../words';

export interface CustomerDraft extends PartyDraft {
  readonly creditLimit: Money | null;
  /** As it is typed; empty: the shop's. */
  readonly creditDays: string;
}

export const draftOf = (customer: Customer | null): CustomerDraft => ({
  ...partyDraft(customer),
  creditLimit: customer?.creditLimit ?? null,
  creditDays: customer?.creditDays?.toString() ?? '',
});

export function inputOf(draft: CustomerDraft, id: string | undefined): CallInput<'customers.save'> {
  const days = draft.creditDays.trim();
  return {
    ...(id === undefined ? {} : { id }),
    ...partyInput(draft),
    creditLimit: draft.creditLimit,
    creditDays: days === '' ? null : Number(days),
  };
}

export const findErrors = (draft: CustomerDraft, t: WordsFor): FieldErrors<CustomerDraft> => ({
  ...partyErrors(draft, t, t('office.customers.missingName')),
  ...(/^\d{0,4}$/.test(draft.creditDays.trim()) && Number(draft.creditDays) <= 3650
    ? {}
    : { creditDays: t('office.khata.badDays') }),
});
