import type { GstReturn } from '@shared/contract';
import { expect, it } from 'vitest';
import { stateOf } from './state';

const month = { from: '2026-10-01', to: '2026-10-31' };
const stop = [{ stops: true }] as GstReturn['problems']; // proof: nothing else of it is asked
const of = (part: Partial<GstReturn>, days = month, today = '2026-11-22') =>
  stateOf({ code: '102026', problems: [], bills: 2, notes: 0, ...part } as GstReturn, days, today); // proof: as above

it('a return is ready when its period is over and nothing stops it', () => {
  expect(of({})).toBe('ready');
  expect(of({ problems: stop })).toBe('stopped');
  expect(of({}, { from: '2026-11-01', to: '2026-11-30' })).toBe('running');
  expect(of({}, month, '2026-10-31')).toBe('running');
});

it('nothing sold is nothing to file, whatever else is missing', () => {
  expect(of({ bills: 0, code: null, problems: stop })).toBe('nothing');
  expect(of({ bills: 0, notes: 1 })).toBe('ready');
  expect(of({ code: null })).toBe('noPeriod');
});
