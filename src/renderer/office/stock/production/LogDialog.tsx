import { Button, Select, TextInput } from '@mantine/core';
import { dayOf } from '@shared/clock';
import type { CallOutput } from '@shared/contract';
import type { DayPart } from '@shared/day-parts';
import type { Quantity } from '@shared/money';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, type CallFailure, call, ids, useLive } from '../../../live';
import { useFormat, useTill } from '../../../shop';
import { toast } from '../../../ui';
import { DateField, QuantityInput } from '../../../ui/office';
import { DialogForm, dayIn, type FieldErrors, FieldPair, textOf, useForm, useFormCommand } from '../../form';
import { Ingredients, type TypedIngredient } from './Ingredients';
import { PartSelect } from './PartSelect';
import { type Chosen, ProductField } from './ProductField';
import { isNothing, partNow } from './parts';

interface Draft {
  readonly product: Chosen | null;
  readonly quantity: Quantity | null;
  readonly madeDay: string;
  readonly part: DayPart;
  readonly madeBy: string | null;
  /** What went in where somebody has said so; null: what the recipe says for so much. */
  readonly lines: readonly TypedIngredient[] | null;
  readonly note: string;
}

interface Props {
  /** What was made, where that is known, and how much a batch is. */
  readonly start?: { readonly product: Chosen; readonly quantity: Quantity };
  readonly onClose: () => void;
}

/** What was made, and what went into it. */
export function LogDialog({ start, onClose }: Props) {
  const { t } = useTranslation();
  const { shop, user } = useTill();
  const [id] = useState(() => ids.next());
  const form = useForm<Draft>({
    product: start?.product ?? null,
    quantity: start?.quantity ?? null,
    madeDay: dayOf(Date.now(), shop.timeZone),
    part: partNow(shop.timeZone),
    madeBy: user.staffId,
    lines: null,
    note: '',
  });
  const { draft, set, errors } = form;
  const recipes = useLive('recipes.list', { limit: 200 }).data?.rows ?? [];
  const plan = usePlan(draft.product, draft.quantity);
  const choose = useBatch(draft.quantity === null, (quantity) => set('quantity', quantity));
  const lines = draft.lines ?? plan?.lines ?? [];
  const command = useFormCommand('production.log', form, {
    words: ({ code, params }: CallFailure): FieldErrors<Draft> | null =>
      code === 'bad_value' && params.reason === 'future' ? { madeDay: t('office.production.future') } : null,
  });
  const told = useLogged();
  const findErrors = (): FieldErrors<Draft> => ({
    ...(draft.product === null && { product: t('office.production.missingProduct') }),
    ...(isNothing(draft.quantity) && { quantity: t('office.production.missingQuantity') }),
    ...(draft.madeDay === '' && { madeDay: t('office.production.missingDay') }),
    ...(lines.some(({ quantity }) => isNothing(quantity)) && { lines: t('office.production.missingAmount') }),
  });
  const save = async () => {
    const { product: made, quantity, madeDay, part, madeBy } = draft;
    if (made === null || quantity === null) return false;
    try {
      // The recipe's own lines are those of what stands in the field now, whatever has been painted of them.
      const used = draft.lines ?? (await call('production.plan', { productId: made.id, quantity })).lines;
      const outcome = await command.run({
        ...{ id, productId: made.id, quantity, madeDay, part, madeBy, recipeId: plan?.recipeId ?? null },
        lines: used.map((line) => ({ productId: line.productId, quantity: line.quantity ?? 0 })),
        note: draft.note.trim() === '' ? null : draft.note.trim(),
      });
      if (outcome.ok) told(outcome.value);
      return outcome.ok;
    } catch (failure) {
      toast.refused(asFailure(failure));
      return false;
    }
  };
  return (
    <DialogForm
      title={t('office.production.create')}
      form={form}
      findErrors={findErrors}
      pending={command.pending}
      action={t('office.production.log')}
      size="lg"
      onSave={save}
      onClose={onClose}
    >
      <FieldPair>
        <ProductField
          {...(!start && { 'data-autofocus': true })}
          label={t('office.production.product')}
          value={draft.product}
          usual={recipes.map(({ productId, name, unit }) => ({ id: productId, name, unit }))}
          onChange={(next) => {
            set('product', next);
            set('quantity', null);
            set('lines', null);
            if (next) void choose(next.id);
          }}
          error={errors.product}
        />
        <QuantityInput
          {...(start && { 'data-autofocus': true })}
          label={t('office.production.quantity')}
          unit={draft.product?.unit ?? 'PCS'}
          value={draft.quantity}
          onChange={(quantity) => set('quantity', quantity)}
          error={errors.quantity}
        />
      </FieldPair>
      <FieldPair>
        <DateField label={t('office.production.day')} {...dayIn(form, 'madeDay')} />
        <PartSelect value={draft.part} onChange={(part) => set('part', part)} />
      </FieldPair>
      {draft.product && (
        <Ingredients
          label={t('office.production.ingredients')}
          lines={lines}
          onChange={(next) => set('lines', next)}
          made={draft.product.id}
          saysStock
          none={t('office.production.noIngredients')}
          hint={
            plan?.recipeId &&
            (draft.lines === null ? (
              t('office.production.byRecipe')
            ) : (
              <Button variant="subtle" size="compact-sm" onClick={() => set('lines', null)}>
                {t('office.production.again')}
              </Button>
            ))
          }
          error={errors.lines}
        />
      )}
      <FieldPair>
        <MadeBy value={draft.madeBy} onChange={(madeBy) => set('madeBy', madeBy)} />
        <TextInput
          label={t('office.production.note')}
          placeholder={t('office.production.noteHint')}
          autoComplete="off"
          {...textOf(form, 'note')}
          maxLength={1000}
        />
      </FieldPair>
    </DialogForm>
  );
}

/** What so much of a product takes, by its recipe; undefined while nobody knows yet. */
function usePlan(product: Chosen | null, quantity: Quantity | null): CallOutput<'production.plan'> | undefined {
  const asked = { productId: product?.id ?? '', ...(quantity !== null && quantity > 0 && { quantity }) };
  const plan = useLive('production.plan', asked, { enabled: product !== null, keep: true }).data;
  return plan?.productId === product?.id ? plan : undefined;
}

/** Puts a batch in the place of a quantity, as long as nobody has typed one. */
function useBatch(isEmpty: boolean, onBatch: (quantity: Quantity) => void): (productId: string) => Promise<void> {
  const still = useRef(isEmpty);
  useEffect(() => {
    still.current = isEmpty;
  });
  return async (productId) => {
    try {
      const { quantity } = await call('production.plan', { productId });
      if (quantity !== null && still.current) onBatch(quantity);
    } catch (failure) {
      toast.refused(asFailure(failure));
    }
  };
}

/** Says that it is done, and what is below zero now. */
function useLogged(): (logged: CallOutput<'production.log'>) => void {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ log, below }) => {
    const made = () => ({ name: log.name, quantity: format.quantityOf(log.quantity, log.unit) });
    if (below.length === 0) return toast.done(() => t('office.production.done', made()));
    const goods = () => below.map(({ name, stock, unit }) => `${name} ${format.quantityOf(stock, unit)}`).join(', ');
    toast.partly(() => t('office.production.below', { ...made(), goods: goods() }));
  };
}

function MadeBy({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation();
  const staff = useLive('staff.list', {}).data ?? [];
  return (
    <Select
      label={t('office.production.madeBy')}
      clearable
      placeholder={t('office.production.nobody')}
      data={staff.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
