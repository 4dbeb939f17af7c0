import type { GstReturn } from '@shared/contract';
import { expect, it } from 'vitest';
import { stateOf } from './state';

const month = { from: '2026-10-01', to: '2026-10-31' };
const stop = [{ stops: true }] as GstReturn['problems']; // proof: nothing else of it is asked
const of = (part: Partial<GstReturn>, days = month, today = '2026-11-22') =>
  stateOf({ code: '102026', problems: [], bills: 2, notes: 0, issued: [], ...part } as GstReturn, days, today); // proof: as above

it('a return is ready when its period is over and nothing stops it', () => {
  expect(of({})).toBe('ready');
  expect(of({ problems: stop })).toBe('stopped');
  expect(of({}, { from: '2026-11-01', to: '2026-11-30' })).toBe('running');
  expect(of({}, month, '2026-10-31')).toBe('running');
});

it('bills that were all voided are filed: their numbers are', () => {
  const issued = [{ kind: 'bill', series: 'A1', from: '1', to: '2', total: 2, cancelled: 2 }] as const;
  expect(of({ bills: 0, issued: [...issued] })).toBe('ready');
});

it('nothing in a whole period that is over is a nil return, unless something stops it; of other days it is nothing', () => {
  expect(of({ bills: 0 })).toBe('nil');
  expect(of({ bills: 0, problems: stop })).toBe('stopped');
  expect(of({ bills: 0 }, month, '2026-10-31')).toBe('nothing');
  expect(of({ bills: 0, code: null, problems: stop })).toBe('nothing');
  expect(of({ bills: 0, notes: 1 })).toBe('ready');
  expect(of({ code: null })).toBe('noPeriod');
});
