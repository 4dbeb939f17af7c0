import { Input, SegmentedControl, Textarea } from '@mantine/core';
import { dayOf } from '@shared/clock';
import type { DayPart } from '@shared/day-parts';
import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFailure, ids, useLive } from '../../../live';
import { useTill } from '../../../shop';
import { toast } from '../../../ui';
import { DateField } from '../../../ui/office';
import { DialogForm, dayIn, type FieldErrors, FieldPair, useForm, useFormCommand } from '../../form';
import { FoundSelect, searchedFor } from './FoundSelect';
import { PartSelect } from './PartSelect';
import { type Chosen, ProductField } from './ProductField';
import { partNow } from './parts';
import { markOf, type Rating, ratings } from './ratings';

interface Draft {
  readonly rating: Rating;
  readonly note: string;
  readonly ofDay: string;
  readonly part: DayPart;
  readonly product: Chosen | null;
  readonly customer: { readonly id: string; readonly name: string } | null;
}

/** How a part of a day went. */
export function FeedbackDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { shop } = useTill();
  const [id] = useState(() => ids.next());
  const form = useForm<Draft>({
    rating: 'good',
    note: '',
    ofDay: dayOf(Date.now(), shop.timeZone),
    part: partNow(shop.timeZone),
    product: null,
    customer: null,
  });
  const { draft, set, errors } = form;
  const command = useFormCommand('feedback.add', form, {
    words: ({ code, params }: CallFailure): FieldErrors<Draft> | null =>
      code === 'bad_value' && params.reason === 'future' ? { ofDay: t('office.production.future') } : null,
  });
  const save = async () => {
    const { ofDay, part, product, customer } = draft;
    const rating = markOf(draft.rating);
    const note = draft.note.trim() === '' ? null : draft.note.trim();
    const about = { productId: product?.id ?? null, customerId: customer?.id ?? null };
    const outcome = await command.run({ id, ofDay, part, rating, note, ...about });
    if (outcome.ok) toast.done(() => t('office.feedback.saved'));
    return outcome.ok;
  };
  return (
    <DialogForm
      title={t('office.feedback.create')}
      form={form}
      findErrors={() => (draft.ofDay === '' ? { ofDay: t('office.production.missingDay') } : {})}
      pending={command.pending}
      size="lg"
      onSave={save}
      onClose={onClose}
    >
      <Input.Wrapper label={t('office.feedback.rating')} labelElement="div">
        <SegmentedControl
          fullWidth
          mt={4}
          aria-label={t('office.feedback.rating')}
          data={ratings.map((rating) => ({ value: rating, label: t(`office.feedback.ratings.${rating}`) }))}
          value={draft.rating}
          onChange={(chosen) => set('rating', ratings.find((rating) => rating === chosen) ?? draft.rating)}
        />
      </Input.Wrapper>
      <Textarea
        data-autofocus
        label={t('office.feedback.note')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => set('note', event.currentTarget.value)}
      />
      <FieldPair>
        <DateField label={t('office.production.day')} {...dayIn(form, 'ofDay')} />
        <PartSelect value={draft.part} onChange={(part) => set('part', part)} />
      </FieldPair>
      <FieldPair>
        <ProductField
          isOptional
          label={t('office.feedback.aboutField')}
          value={draft.product}
          onChange={(product) => set('product', product)}
          error={errors.product}
        />
        <FromCustomer value={draft.customer} onChange={(customer) => set('customer', customer)} />
      </FieldPair>
    </DialogForm>
  );
}

type Customer = Draft['customer'];

function FromCustomer({ value, onChange }: { value: Customer; onChange: (customer: Customer) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const text = searchedFor(typed, value);
  const found = useLive('customers.list', { text, limit: 20 }, { enabled: text !== '', keep: true });
  return (
    <FoundSelect
      isOptional
      label={t('office.feedback.fromField')}
      value={value}
      onChange={(customer) => onChange(customer && { id: customer.id, name: customer.name })}
      typed={typed}
      onType={setTyped}
      offered={text === '' ? [] : (found.data?.rows ?? [])}
      isFound={found.state === 'ready' && !found.isPrevious}
      icon={<IconUserSearch size={18} stroke={1.6} />}
      nothing={t('office.orders.nobody')}
    />
  );
}
