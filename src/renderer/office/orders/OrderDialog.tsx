import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { addDays, dayOf } from '@shared/clock';
import type { Order } from '@shared/contract';
import type { MoneyMethod, OrderWay } from '@shared/entities';
import { type Money, money, ZERO } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { withApprovals } from '../../approval';
import { asFailure, type CallFailure, call, ids } from '../../live';
import { askedBackBy, MethodField, useAskedBack, useMethod } from '../../payments';
import { useFormat, useTill } from '../../shop';
import { failureWords, toast } from '../../ui';
import { DateField, MoneyInput } from '../../ui/office';
import { DialogForm, dayIn, FieldPair, textOf, useForm } from '../form';
import { CustomerField } from './CustomerField';
import { emptyLines, LineFields, type TypedLine, typedLines } from './LineFields';
import styles from './orders.module.css';

interface OrderDraft {
  readonly customerId: string | null;
  readonly name: string;
  readonly phone: string;
  readonly dueDay: string;
  readonly dueTime: string;
  readonly way: OrderWay;
  readonly address: string;
  readonly note: string;
  readonly lines: readonly TypedLine[];
  readonly advance: Money | null;
  readonly method: MoneyMethod;
}

const phoneForm = /^\+?[\d ()-]{4,20}$/;

/** A new order, or one that is changed. */
export function OrderDialog({ order, onClose }: { order?: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useTill();
  const [, navigate] = useLocation();
  const [id] = useState(() => order?.id ?? ids.next());
  const [paymentId] = useState(() => ids.next());
  const [pending, setPending] = useState(false);
  const form = useForm<OrderDraft>({
    customerId: order?.customerId ?? null,
    name: order?.name ?? '',
    phone: order?.phone ?? '',
    dueDay: order?.dueDay ?? addDays(dayOf(Date.now(), shop.timeZone), 1),
    dueTime: order?.dueTime ?? '',
    way: order?.way ?? 'pickup',
    address: order?.address ?? '',
    note: order?.note ?? '',
    lines: order ? typedLines(order.lines) : emptyLines,
    advance: null,
    method: 'cash',
  });
  const { draft, set, errors } = form;
  const method = useMethod('in', draft.method);
  // A "yes" holds for what it was said to: this amount, by this method, for these lines.
  const askedBack = useAskedBack(JSON.stringify([draft.advance, method.value, draft.lines]));
  // Whoever paid is whose money it is: another customer would need another order.
  const isFixed = order !== undefined && order.advance > 0;

  const findErrors = () => ({
    ...(draft.name.trim() === '' && { name: t('office.orders.missingName') }),
    ...(draft.phone.trim() !== '' && !phoneForm.test(draft.phone.trim()) && { phone: t('office.orders.badPhone') }),
    ...(draft.dueDay === '' && { dueDay: t('office.orders.missingDay') }),
    ...(draft.way === 'delivery' && draft.address.trim() === '' && { address: t('office.orders.missingAddress') }),
    ...(draft.lines.length === 0 && { lines: t('office.orders.missingLines') }),
  });
  const told = (failure: CallFailure) => {
    if (failure.code === 'approval_required') return;
    const confirm = askedBackBy(failure.code);
    if (confirm === undefined) return toast.refused(failure);
    askedBack.ask(confirm);
    const { balance } = failure.params;
    const why =
      confirm === 'advance' && typeof balance === 'number'
        ? t('office.orders.more', { amount: format.money(money(balance)) })
        : failureWords(failure);
    form.isReady({ advance: `${why} ${t('pay.enterAgain')}` });
  };
  const save = async () => {
    const text = (value: string) => (value.trim() === '' ? null : value.trim());
    const content = {
      id,
      customerId: draft.customerId,
      name: draft.name.trim(),
      phone: text(draft.phone),
      dueDay: draft.dueDay,
      dueTime: draft.dueTime === '' ? null : draft.dueTime.slice(0, 5),
      way: draft.way,
      address: draft.way === 'delivery' ? text(draft.address) : null,
      note: text(draft.note),
      lines: draft.lines.map(({ productId, name, quantity, unitPrice, note }) => ({
        productId,
        name: name.trim(),
        quantity: quantity ?? 0,
        unitPrice: unitPrice ?? 0,
        note: text(note),
      })),
    };
    const paid =
      (draft.advance ?? ZERO) > 0 ? { paymentId, amount: draft.advance ?? ZERO, method: method.value } : null;
    askedBack.sending();
    setPending(true);
    let saved: Order | null = null;
    const failure = await withApprovals(async (approvals) => {
      try {
        const input = { ...content, approvals: [...approvals] };
        saved = order
          ? await call('orders.edit', input)
          : await call('orders.create', { ...input, ...(paid && { advance: paid }), confirm: askedBack.confirmed });
        return null;
      } catch (error) {
        return asFailure(error);
      }
    });
    setPending(false);
    if (failure) {
      told(failure);
      return false;
    }
    const { number } = saved as unknown as Order; // proof: nothing refused it
    if (!order) {
      toast.done(() => t('office.orders.taken', { number }));
      navigate(`/orders/${id}`);
    }
    return true;
  };
  return (
    <DialogForm
      title={order ? t('office.orders.edit') : t('office.orders.create')}
      form={form}
      findErrors={findErrors}
      pending={pending}
      {...(!order && { action: t('office.orders.placeOrder') })}
      size="xl"
      onSave={save}
      onClose={onClose}
    >
      {!isFixed && (
        <CustomerField
          onPick={({ id: customerId, name, phone, address }) => {
            set('customerId', customerId);
            set('name', name);
            set('phone', phone ?? '');
            if (address) set('address', address);
          }}
        />
      )}
      <FieldPair>
        <TextInput
          label={t('office.orders.name')}
          autoComplete="off"
          readOnly={isFixed}
          {...textOf(form, 'name')}
          onChange={(event) => {
            set('name', event.currentTarget.value);
            // Another name is somebody else.
            set('customerId', null);
          }}
        />
        <TextInput
          label={t('office.orders.phone')}
          type="tel"
          autoComplete="off"
          {...textOf(form, 'phone')}
          maxLength={20}
        />
      </FieldPair>
      <div className={styles.handover}>
        <DateField label={t('office.orders.dueDay')} {...dayIn(form, 'dueDay')} />
        <TextInput label={t('office.orders.dueTime')} type="time" {...textOf(form, 'dueTime')} />
        <SegmentedControl
          className={styles.method ?? ''}
          fullWidth
          aria-label={t('office.orders.way')}
          value={draft.way}
          onChange={(way) => set('way', way === 'delivery' ? 'delivery' : 'pickup')}
          data={[
            { value: 'pickup', label: t('office.orders.ways.pickup') },
            { value: 'delivery', label: t('office.orders.ways.delivery') },
          ]}
        />
      </div>
      {draft.way === 'delivery' && (
        <TextInput
          label={t('office.orders.address')}
          autoComplete="off"
          {...textOf(form, 'address')}
          maxLength={1000}
        />
      )}
      <LineFields lines={draft.lines} onChange={(lines) => set('lines', lines)} error={errors.lines} />
      <Textarea
        label={t('office.orders.note')}
        autosize
        minRows={1}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => set('note', event.currentTarget.value)}
      />
      {!order && (
        <FieldPair>
          <MoneyInput
            label={t('office.orders.advanceNow')}
            value={draft.advance}
            onChange={(advance) => set('advance', advance)}
            error={errors.advance}
          />
          <div className={styles.method}>
            <MethodField method={method} onChange={(chosen) => set('method', chosen)} />
          </div>
        </FieldPair>
      )}
    </DialogForm>
  );
}
