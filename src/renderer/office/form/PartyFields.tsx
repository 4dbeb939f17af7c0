import { Textarea, TextInput } from '@mantine/core';
import { isGstin } from '@shared/codes';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../shop';
import type { WordsFor } from '../words';
import { FieldPair } from './DialogForm';
import type { FieldErrors } from './draft';
import { GstFields } from './GstFields';

/** What is typed of anybody whom the shop sells to or buys from. */
export interface PartyDraft {
  readonly name: string;
  readonly phone: string;
  readonly gstin: string;
  readonly stateCode: string | null;
  readonly address: string;
  readonly email: string;
  readonly note: string;
}

/** The same as it is kept: nothing is null. */
type PartyInput = { readonly [K in keyof PartyDraft]: K extends 'name' ? string : string | null };

export const partyDraft = (party: PartyInput | null): PartyDraft => ({
  name: party?.name ?? '',
  phone: party?.phone ?? '',
  gstin: party?.gstin ?? '',
  stateCode: party?.stateCode ?? null,
  address: party?.address ?? '',
  email: party?.email ?? '',
  note: party?.note ?? '',
});

const orNull = (text: string): string | null => text.trim() || null;

export const partyInput = (draft: PartyDraft): PartyInput => ({
  name: draft.name.trim(),
  phone: orNull(draft.phone),
  gstin: orNull(draft.gstin)?.toUpperCase() ?? null,
  stateCode: draft.stateCode,
  address: orNull(draft.address),
  email: orNull(draft.email),
  note: orNull(draft.note),
});

/** What is wrong before main is asked. */
export const partyErrors = (
  { name, phone, gstin }: PartyDraft,
  t: WordsFor,
  missingName: string,
): FieldErrors<PartyDraft> => ({
  ...(name.trim() === '' ? { name: missingName } : {}),
  ...(/^(\+?[\d ()-]{4,20})?$/.test(phone.trim()) ? {} : { phone: t('office.customers.badPhone') }),
  ...(gstin.trim() === '' || isGstin(gstin) ? {} : { gstin: t('office.badGstin') }),
});

interface Props {
  readonly draft: PartyDraft;
  readonly errors: FieldErrors<PartyDraft>;
  readonly onText: (field: Exclude<keyof PartyDraft, 'stateCode'>, text: string) => void;
  readonly onState: (code: string | null) => void;
  /** The field of their own that matters most, beside the phone. */
  readonly beside: ReactNode;
  /** More fields of their own, before the note. */
  readonly children?: ReactNode;
}

/** The one form of a customer and a supplier: who they are, where to reach them, and what the tax wants to know. */
export function PartyFields({ draft, errors, onText, onState, beside, children }: Props) {
  const { t } = useTranslation();
  const { shop } = useTill();
  return (
    <>
      <TextInput
        data-autofocus
        label={t('office.customers.name')}
        required
        maxLength={200}
        value={draft.name}
        onChange={(event) => onText('name', event.currentTarget.value)}
        error={errors.name}
      />
      <FieldPair>
        <TextInput
          label={t('office.customers.phone')}
          type="tel"
          maxLength={21}
          value={draft.phone}
          onChange={(event) => onText('phone', event.currentTarget.value)}
          error={errors.phone}
        />
        {beside}
      </FieldPair>
      {shop.country === 'IN' && (
        <FieldPair>
          <GstFields
            gstin={draft.gstin}
            stateCode={draft.stateCode}
            errors={errors}
            onGstin={(gstin) => onText('gstin', gstin)}
            onState={onState}
          />
        </FieldPair>
      )}
      <Textarea
        label={t('office.customers.address')}
        autosize
        minRows={2}
        maxLength={1000}
        value={draft.address}
        onChange={(event) => onText('address', event.currentTarget.value)}
        error={errors.address}
      />
      <TextInput
        label={t('office.customers.email')}
        type="email"
        maxLength={200}
        value={draft.email}
        onChange={(event) => onText('email', event.currentTarget.value)}
        error={errors.email}
      />
      {children}
      <TextInput
        label={t('office.customers.note')}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => onText('note', event.currentTarget.value)}
        error={errors.note}
      />
    </>
  );
}
