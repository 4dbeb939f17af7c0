import { Textarea } from '@mantine/core';
import type { Recipe } from '@shared/contract';
import type { Quantity } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type CallFailure, ids } from '../../../live';
import { toast } from '../../../ui';
import { QuantityInput } from '../../../ui/office';
import { DialogForm, type FieldErrors, FieldPair, useForm, useFormCommand } from '../../form';
import { Ingredients, type TypedIngredient } from './Ingredients';
import { type Chosen, ProductField } from './ProductField';
import { isNothing } from './parts';

interface Draft {
  readonly product: Chosen | null;
  readonly batch: Quantity | null;
  readonly lines: readonly TypedIngredient[];
  readonly note: string;
}

const draftOf = (recipe: Recipe | undefined): Draft => ({
  product: recipe ? { id: recipe.productId, name: recipe.name, unit: recipe.unit } : null,
  batch: recipe?.batch ?? null,
  lines: (recipe?.lines ?? [])
    .filter(({ removed }) => !removed)
    .map(({ productId, name, unit, quantity }) => ({ productId, name, unit, quantity, stock: null })),
  note: recipe?.note ?? '',
});

/** A new recipe, or one that is changed; what it makes stays. */
export function RecipeDialog({ recipe, onClose }: { recipe?: Recipe; onClose: () => void }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [id] = useState(() => recipe?.id ?? ids.next());
  const form = useForm(draftOf(recipe));
  const { draft, set, errors } = form;
  const words = ({ code, params }: CallFailure): FieldErrors<Draft> | null =>
    code === 'recipe_cycle' ? { lines: t('office.recipes.eaten', { name: String(params.name) }) } : null;
  const fields = { recipe_exists: 'product' } as const;
  const create = useFormCommand('recipes.create', form, { words, fields });
  const edit = useFormCommand('recipes.edit', form, { words });
  const missingLines =
    draft.lines.length === 0
      ? t('office.recipes.missingLines')
      : draft.lines.some(({ quantity }) => isNothing(quantity)) && t('office.recipes.missingAmount');
  const save = async () => {
    const { product, batch } = draft;
    if (product === null || batch === null) return false;
    const content = {
      id,
      batch,
      lines: draft.lines.map(({ productId, quantity }) => ({ productId, quantity: quantity ?? 0 })),
      note: draft.note.trim() === '' ? null : draft.note.trim(),
    };
    const outcome = recipe ? await edit.run(content) : await create.run({ ...content, productId: product.id });
    if (!outcome.ok) return false;
    toast.done(() => t('office.savedNamed', { name: product.name }));
    if (!recipe) navigate(`/stock/recipes/${id}`);
    return true;
  };
  return (
    <DialogForm
      title={recipe ? t('office.recipes.one', { name: recipe.name }) : t('office.recipes.create')}
      form={form}
      findErrors={() => ({
        ...(draft.product === null && { product: t('office.recipes.missingProduct') }),
        ...(isNothing(draft.batch) && { batch: t('office.recipes.missingBatch') }),
        ...(missingLines && { lines: missingLines }),
      })}
      pending={create.pending || edit.pending}
      size="lg"
      onSave={save}
      onClose={onClose}
    >
      <FieldPair>
        {!recipe && (
          <ProductField
            data-autofocus
            label={t('office.recipes.product')}
            value={draft.product}
            onChange={(product) => set('product', product)}
            error={errors.product}
          />
        )}
        <QuantityInput
          {...(recipe && { 'data-autofocus': true })}
          label={t('office.recipes.batch')}
          unit={draft.product?.unit ?? 'PCS'}
          value={draft.batch}
          onChange={(batch) => set('batch', batch)}
          error={errors.batch}
        />
      </FieldPair>
      <Ingredients
        label={t('office.recipes.ingredients')}
        lines={draft.lines}
        onChange={(lines) => set('lines', lines)}
        made={draft.product?.id ?? null}
        error={errors.lines}
      />
      <Textarea
        label={t('office.recipes.method')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => set('note', event.currentTarget.value)}
      />
    </DialogForm>
  );
}
