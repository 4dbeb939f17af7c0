import type { Day } from '@shared/clock';
import { expect, it } from 'vitest';
import { usualPeriods } from './period';

const on = (day: string) => usualPeriods(day as Day); // proof: written out as a day

it('last month is whole, also in March of a leap year and in January', () => {
  expect(on('2028-03-31').lastMonth).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(on('2027-01-05').lastMonth).toEqual({ from: '2026-12-01', to: '2026-12-31' });
});

it('the financial year turns on 1 April', () => {
  expect(on('2027-03-31')).toMatchObject({
    year: { from: '2026-04-01', to: '2027-03-31' },
    lastYear: { from: '2025-04-01', to: '2026-03-31' },
  });
  expect(on('2027-04-01')).toMatchObject({
    year: { from: '2027-04-01', to: '2027-04-01' },
    lastYear: { from: '2026-04-01', to: '2027-03-31' },
  });
});

it('seven days are today and the six before it', () => {
  expect(on('2026-03-03').week).toEqual({ from: '2026-02-25', to: '2026-03-03' });
});
