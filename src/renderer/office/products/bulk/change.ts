import { type PriceEnding, type PriceStep, priceEndings } from '@shared/bill';
import type { BulkField, CallInput } from '@shared/contract';
import { type CurrencyCode, type Money, negMoney, negRate, type Quantity, type Rate, rate } from '@shared/money';

export type Change = CallInput<'bulk.preview'>['change'];

/** What a person has put into the dialog; null: not yet, or nothing that can be read. */
export interface BulkDraft {
  readonly by: PriceStep['by'];
  readonly way: 'up' | 'down';
  readonly amount: Money | null;
  readonly rate: Rate | null;
  readonly ending: PriceEnding['key'];
  readonly to: 'nearest' | 'up' | 'down';
  /** A category, a brand, a tax class; null: none, and undefined: not chosen yet. */
  readonly group: string | null | undefined;
  readonly level: Quantity | null;
  readonly on: boolean | null;
}

export const noDraft: BulkDraft = {
  by: 'percent',
  way: 'up',
  amount: null,
  rate: null,
  ending: 'exact',
  to: 'nearest',
  group: undefined,
  level: null,
  on: null,
};

/** The change that the dialog asks for; null while it asks for none. */
export function changeOf(field: BulkField, draft: BulkDraft, currency: CurrencyCode): Change | null {
  switch (field) {
    case 'price': {
      const how = stepOf(draft);
      const found = priceEndings(currency).find(({ key }) => key === draft.ending);
      if (how === null || found === undefined) return null;
      return { field, how, rounding: { step: found.step, ending: found.ending, to: draft.to } };
    }
    case 'category':
    case 'brand':
    case 'taxClass':
      return draft.group === undefined ? null : { field, to: draft.group };
    case 'reorderLevel':
      return draft.level === null ? null : { field, to: draft.level };
    case 'favourite':
    case 'active':
      return draft.on === null ? null : { field, to: draft.on };
  }
}

function stepOf({ by, way, amount, rate: part }: BulkDraft): PriceStep | null {
  const isDown = way === 'down';
  switch (by) {
    case 'set':
      return amount === null ? null : { by, price: amount };
    case 'amount':
      return amount === null ? null : { by, amount: isDown ? negMoney(amount) : amount };
    case 'percent':
      return part === null || isBeyond(by, way, part) ? null : { by, rate: isDown ? negRate(part) : part };
    case 'margin':
      return part === null || isBeyond(by, way, part) ? null : { by, rate: part };
  }
}

const most = { down: rate(1_000_000), up: rate(10_000_000), margin: rate(990_000) } as const;

/** More than a percentage may be, as the contract has it: 100 % down, 1000 % up, a margin of 99 %. */
export function isBeyond(by: PriceStep['by'], way: 'up' | 'down', part: Rate | null): boolean {
  return part !== null && part > (by === 'margin' ? most.margin : most[way]);
}
