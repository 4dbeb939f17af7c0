import type { TaxClass } from '@shared/contract';
import { fineMoney, rate } from '@shared/money';
import { expect, test } from 'vitest';
import { words } from '../../i18n';
import { createFormat } from '../../shop';
import { periodsOn, periodWords } from './rates';

const format = createFormat({ country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata' }, 'en', (unit) => unit);
const speaking = { t: words, format };
const component = (kind: 'gst' | 'cess', percent: number, perUnit = 0) => ({
  kind,
  rate: rate(percent * 10_000),
  perUnit: fineMoney(perUnit),
  compound: false,
});

const drinks: TaxClass = {
  id: 'drinks',
  name: 'Aerated drinks',
  active: true,
  rates: [
    { effectiveFrom: '2017-07-01', components: [component('gst', 28), component('cess', 12)] },
    { effectiveFrom: '2025-09-22', components: [component('gst', 40)] },
  ],
};

test('a rate reads as its components and the day from which they hold', () => {
  expect(drinks.rates.map((period) => periodWords(period, speaking))).toEqual([
    'GST 28% + Cess 12% from 1 Jul 2017',
    'GST 40% from 22 Sept 2025',
  ]);
});

test('an amount per unit is said in the currency, to its last digit', () => {
  const period = { effectiveFrom: '2024-04-01', components: [component('cess', 5, 159_100)] };
  expect(periodWords(period, speaking)).toBe('Cess 5% + INR 1.591 per unit from 1 Apr 2024');
});

test('the latest rates that have begun hold; those of a later day do not yet', () => {
  const holding = (day: string) => periodsOn(drinks, day).find(({ holds }) => holds)?.period.effectiveFrom;
  expect(holding('2017-06-30')).toBeUndefined();
  expect(holding('2025-09-21')).toBe('2017-07-01');
  expect(holding('2025-09-22')).toBe('2025-09-22');
});
