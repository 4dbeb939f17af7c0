import { type Component, type CountryRules, period, startingTax } from './define';

/** GST began. */
const start = '2017-07-01';
/** The 56th GST Council merged the slabs: 12 % and 28 % ended for nearly all goods, 40 % came for a few. */
const reform = '2025-09-22';

const gst = (percent: string): [Component] => [{ kind: 'gst', percent }];

/** A slab as it stands; `active` is false for the two that the reform emptied, kept for what was sold under them. */
const slab = (percent: string, active = true) =>
  startingTax(`GST ${percent}%`, [period(percent === '40' ? reform : start, gst(percent))], active);

/** Goods whose rate the reform changed: what was charged before stays right for bills of before. */
const moved = (before: string, after: string) =>
  startingTax(`GST ${after}% (${before}% before 22 Sept 2025)`, [
    period(start, gst(before)),
    period(reform, gst(after)),
  ]);

export const indiaGst: CountryRules = {
  regime: 'india_gst',
  roundOff: '1',
  taxes: [
    slab('0'),
    slab('0.25'),
    slab('3'),
    slab('5'),
    slab('12', false),
    slab('18'),
    slab('28', false),
    slab('40'),
    moved('5', '0'),
    moved('12', '0'),
    moved('18', '0'),
    moved('12', '5'),
    moved('18', '5'),
    moved('28', '18'),
    startingTax('Aerated drinks: GST 40% (28% + 12% cess before 22 Sept 2025)', [
      period(start, [
        { kind: 'gst', percent: '28' },
        { kind: 'cess', percent: '12' },
      ]),
      period(reform, gst('40')),
    ]),
  ],
};
