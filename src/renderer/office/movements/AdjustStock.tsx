import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { CallInput, Product } from '@shared/contract';
import { negQuantity, type Quantity } from '@shared/money';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { useFormat } from '../../shop';
import { StockBar, toast } from '../../ui';
import { QuantityInput } from '../../ui/office';
import { DialogForm, useForm } from '../form';

type Adjustment = CallInput<'stock.adjust'>;
type Reason = Adjustment['reason'];

const reasons = [
  'adjustment',
  'damage',
  'expiry',
  'own_use',
  'found',
  'purchase',
  'production',
  'consumption',
  'opening',
] as const satisfies readonly Reason[];
const isReason = (text: string | null): text is Reason => reasons.some((reason) => reason === text);

/** Goods that came in are more, goods that were used up are less; a correction can be either. */
const direction: Partial<Record<Reason, 'more' | 'less'>> = {
  damage: 'less',
  expiry: 'less',
  own_use: 'less',
  found: 'more',
  purchase: 'more',
  production: 'more',
  consumption: 'less',
};

interface AdjustDraft {
  readonly reason: Reason;
  readonly way: 'more' | 'less';
  readonly quantity: Quantity | null;
  readonly note: string;
}

const start: AdjustDraft = { reason: 'adjustment', way: 'more', quantity: null, note: '' };

/** Sets the stock right by a movement of its own. */
export function AdjustStock({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm(start);
  const { draft, set } = form;
  const command = useCommand('stock.adjust');
  const way = direction[draft.reason] ?? draft.way;

  const run = async (adjustment: Adjustment) => {
    const outcome = await command.run(adjustment);
    if (outcome.ok) return outcome.value.stock;
    return null;
  };
  const save = async () => {
    const { quantity, reason, note } = draft;
    if (quantity === null) return false;
    const signed = way === 'less' ? negQuantity(quantity) : quantity;
    const stock = await run({ productId: product.id, quantity: signed, reason, note: note.trim() });
    if (stock === null) return false;
    const back = () =>
      void run({ productId: product.id, quantity: negQuantity(signed), reason, note: t('office.stock.undone') });
    toast.undo(
      () => t('office.stock.now', { name: product.name, stock: format.quantityOf(stock, product.unit) }),
      back,
    );
    return true;
  };

  return (
    <DialogForm
      title={t('office.stock.adjustTitle', { name: product.name })}
      form={form}
      findErrors={() => (draft.quantity === null || draft.quantity === 0 ? { quantity: t('common.number.zero') } : {})}
      pending={command.pending}
      action={t('office.stock.save')}
      onSave={save}
      onClose={onClose}
    >
      <StockBar product={product} />
      <Select
        label={t('office.stock.reason')}
        allowDeselect={false}
        data={reasons.map((reason) => ({ value: reason, label: t(`office.stock.adjustReasons.${reason}`) }))}
        value={draft.reason}
        onChange={(reason) => isReason(reason) && set('reason', reason)}
      />
      <Group align="flex-start" gap="xs" wrap="nowrap">
        <QuantityInput
          data-autofocus
          style={{ flex: 1 }}
          label={t('office.stock.quantity')}
          unit={product.unit}
          value={draft.quantity}
          onChange={(quantity) => set('quantity', quantity)}
          error={form.errors.quantity}
        />
        <SegmentedControl
          mt={26}
          aria-label={t('office.stock.way')}
          disabled={direction[draft.reason] !== undefined}
          data={[
            { value: 'more', label: t('office.stock.more') },
            { value: 'less', label: t('office.stock.less') },
          ]}
          value={way}
          onChange={(next) => set('way', next === 'less' ? 'less' : 'more')}
        />
      </Group>
      <TextInput
        label={t('office.stock.note')}
        placeholder={t('office.stock.noteHint')}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => set('note', event.currentTarget.value)}
      />
    </DialogForm>
  );
}
