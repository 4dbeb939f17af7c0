import { Autocomplete, Button, Checkbox, Select, Table, TextInput } from '@mantine/core';
import type { Bill, BillLine, BillReturn, CallInput } from '@shared/contract';
import { absMoney, type Quantity, ZERO } from '@shared/money';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ids, useCommand } from '../../live';
import { useFormat } from '../../shop';
import { Dialog, QuantityInput } from '../../ui/office';
import { useForm } from '../form';
import styles from './bills.module.css';

type Refund = CallInput<'sales.return'>['refund'];

const refunds: readonly Refund[] = ['cash', 'card', 'upi', 'bank'];
const isRefund = (text: string | null): text is Refund => refunds.some((each) => each === text);

interface ReturnDraft {
  /** By line number; a line that is not here stays with the customer. */
  readonly lines: Readonly<Record<number, Quantity | null>>;
  readonly reason: string;
  readonly refund: Refund;
}

interface Props {
  readonly bill: Bill;
  readonly onClose: () => void;
}

/** Takes goods back against their bill. What is given back is said by main, after it has done it. */
export function ReturnDialog({ bill, onClose }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(true);
  const [done, setDone] = useState<BillReturn | null>(null);
  const close = () => setOpened(false);
  return (
    <Dialog
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClose}
      size="lg"
      title={t('office.bills.returnTitle', { number: bill.number })}
    >
      {done ? <Refunded made={done} onClose={close} /> : <ReturnForm bill={bill} onDone={setDone} onClose={close} />}
    </Dialog>
  );
}

interface FormProps extends Props {
  readonly onDone: (made: BillReturn) => void;
}

function ReturnForm({ bill, onDone, onClose }: FormProps) {
  const { t } = useTranslation();
  const first = bill.payments[0]?.method;
  const form = useForm<ReturnDraft>({
    lines: {},
    reason: '',
    refund: isRefund(first ?? null) ? (first as Refund) : 'cash',
  });
  const { draft, set } = form;
  const command = useCommand('sales.return');
  // One for the dialog: however often it is sent, it is one return.
  const [returnId] = useState(() => ids.next());
  const open = bill.lines.filter((line) => line.returnable > 0 && !line.charge);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const lines = Object.entries(draft.lines).flatMap(([lineNo, quantity]) =>
      quantity === null || quantity === 0 ? [] : [{ lineNo: Number(lineNo), quantity }],
    );
    const reason = draft.reason.trim();
    const isReady = form.isReady({
      ...(reason === '' ? { reason: t('office.bills.missingReason') } : {}),
      ...(lines.length === 0 ? { lines: t('office.bills.missingLines') } : {}),
    });
    if (!isReady || lines.length === 0 || command.pending) return;
    const outcome = await command.run({ returnId, billId: bill.id, lines, reason, refund: draft.refund });
    if (outcome.ok) onDone(outcome.value);
  };

  return (
    <form ref={form.ref} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <div className={styles.lines}>
        <Table borderColor="var(--line)" aria-label={t('office.bills.whatComesBack')} verticalSpacing={6}>
          <Table.Tbody>
            {open.map((line) => (
              <ReturnLine
                key={line.lineNo}
                line={line}
                quantity={draft.lines[line.lineNo]}
                onChange={(quantity) => {
                  const { [line.lineNo]: _, ...others } = draft.lines;
                  set('lines', quantity === undefined ? others : { ...others, [line.lineNo]: quantity });
                }}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {form.errors.lines && <div role="alert">{form.errors.lines}</div>}
      <div className={styles.pair}>
        <Autocomplete
          label={t('office.bills.reason')}
          required
          maxLength={200}
          data={[
            t('office.bills.reasons.damaged'),
            t('office.bills.reasons.expired'),
            t('office.bills.reasons.wrong'),
            t('office.bills.reasons.mind'),
          ]}
          value={draft.reason}
          onChange={(reason) => set('reason', reason)}
          error={form.errors.reason}
        />
        {bill.payments.length === 0 && bill.due > 0 ? (
          <TextInput
            readOnly
            label={t('office.bills.refundBy')}
            value={t('office.bills.fromAccount', { name: bill.customer?.name ?? '' })}
          />
        ) : (
          <Select
            label={t('office.bills.refundBy')}
            allowDeselect={false}
            data={refunds.map((method) => ({ value: method, label: t(`common.method.${method}`) }))}
            value={draft.refund}
            onChange={(refund) => isRefund(refund) && set('refund', refund)}
          />
        )}
      </div>
      <div className={styles.foot}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={command.pending}>
          {t('office.bills.takeBack')}
        </Button>
      </div>
    </form>
  );
}

interface LineProps {
  readonly line: BillLine;
  /** Undefined: stays with the customer. Null: a quantity is being typed. */
  readonly quantity: Quantity | null | undefined;
  readonly onChange: (quantity: Quantity | null | undefined) => void;
}

/** Only what is left can come back: more than that is not a quantity this field takes. */
function ReturnLine({ line, quantity, onChange }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isChosen = quantity !== undefined;
  const isTooMuch = isChosen && quantity !== null && quantity > line.returnable;
  const left = format.quantityOf(line.returnable, line.unit);
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          label={line.name}
          checked={isChosen}
          onChange={(event) => onChange(event.currentTarget.checked ? line.returnable : undefined)}
        />
      </Table.Td>
      <Table.Td className={styles.left ?? ''} ta="end">
        {t('office.bills.left', { quantity: left })}
      </Table.Td>
      <Table.Td w={170}>
        {isChosen && (
          <QuantityInput
            size="sm"
            aria-label={t('office.bills.quantityOf', { name: line.name })}
            unit={line.unit}
            value={quantity}
            onChange={onChange}
            error={
              isTooMuch
                ? t('office.bills.tooMuch', { quantity: left })
                : quantity === null || quantity === 0
                  ? t('common.number.missing')
                  : undefined
            }
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** The exact amount, as main has written it down. */
function Refunded({ made, onClose }: { made: BillReturn; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [refund] = made.refunds;
  return (
    <div className={styles.refund}>
      {refund && (
        <>
          <div>{t('office.bills.giveBack', { method: t(`common.method.${refund.method}`) })}</div>
          <div className={styles.amount}>{format.money(absMoney(refund.amount))}</div>
        </>
      )}
      {made.onAccount < ZERO && (
        <div>{t('office.bills.offAccount', { amount: format.money(absMoney(made.onAccount)) })}</div>
      )}
      <div>{t('office.bills.creditNote', { number: made.number })}</div>
      <Button mt="md" autoFocus onClick={onClose}>
        {t('common.done')}
      </Button>
    </div>
  );
}
