import type { AttentionItem } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat } from '../../shop';

interface AttentionWords {
  readonly title: string;
  /** What happened, what is safe, what to do. */
  readonly text: string;
  /** The hub's reason, where it had one. */
  readonly why: string | null;
}

/** An item in people's words. */
export function useAttentionWords(item: AttentionItem): AttentionWords {
  const { t } = useTranslation();
  const format = useFormat();
  // Nobody looks for another till in a shop that has none.
  const isAlone = useLive('network.status', {}).data?.role === 'alone';
  switch (item.kind) {
    case 'rejected':
    case 'quarantined': {
      // proof: a mutation without words of its own falls back
      const done = t(`network.attention.did.${item.what as 'product.edit'}`, {
        defaultValue: t('network.attention.didSomething'),
      });
      const name = item.subject === null ? done : t('network.attention.about', { done, name: item.subject });
      return {
        title: t(`network.attention.${item.kind}.title`, { name }),
        text: t(`network.attention.${item.kind}.text`),
        why: t(`network.attention.codes.${item.code}`),
      };
    }
    case 'held_taken_twice':
      return {
        title: t('network.attention.heldTakenTwice.title', { name: item.name }),
        text:
          item.terminal === null
            ? t('network.attention.heldTakenTwice.dropped')
            : t('network.attention.heldTakenTwice.text', { terminal: item.terminal }),
        why: null,
      };
    case 'numbered_elsewhere':
      return {
        title: t('network.attention.numberedElsewhere.title', { from: item.from, to: item.to }),
        text: t('network.attention.numberedElsewhere.text', { from: item.from, to: item.to }),
        why: null,
      };
    case 'returned_twice':
      return {
        title: t('network.attention.returnedTwice.title', { number: item.number }),
        text: t(`network.attention.returnedTwice.${item.isVoid ? 'voided' : 'text'}`, { notes: item.notes.join(', ') }),
        why: null,
      };
    case 'order_billed_twice':
      return {
        title: t('network.attention.orderBilledTwice.title', { number: item.number }),
        text: t('network.attention.orderBilledTwice.text', { bills: item.bills.join(', ') }),
        why: null,
      };
    case 'oversold':
      return {
        title: t('network.attention.oversold.title', { name: item.product }),
        text: t(`network.attention.oversold.${isAlone ? 'alone' : 'text'}`, {
          stock: format.quantityOf(item.stock, item.unit),
        }),
        why: null,
      };
    case 'renumbered':
      return {
        title: t('network.attention.renumbered.title', { count: item.count }),
        text: t('network.attention.renumbered.text', { series: item.series }),
        why: null,
      };
  }
}
