import type { ErrorCode, ErrorParams } from '@shared/errors';
import { describe, expect, it } from 'vitest';
import { CallFailure } from '../live';
import { needOf, withApproval } from './approvals';

const failure = (code: ErrorCode, params: ErrorParams = {}) =>
  new CallFailure({ code, message: code, params, retryable: false, correlationId: '1' });

describe('what a refusal wants approved', () => {
  it('is what the refusal says, figure and all', () => {
    const need = { action: 'discount', subject: 'cart:1', value: 150_000 };
    expect(needOf(failure('approval_required', need))).toEqual(need);
  });

  it('is nothing when it is about something else, or does not say what', () => {
    expect(needOf(failure('credit_limit', { action: 'discount', subject: 'x', value: 1 }))).toBeNull();
    expect(needOf(failure('approval_required', { action: 'everything', subject: 'x', value: 1 }))).toBeNull();
    expect(needOf(failure('approval_required', { action: 'void', subject: 'x' }))).toBeNull();
  });
});

it('what needs nobody is done once and asks nobody', async () => {
  const tried: (string | undefined)[] = [];
  const done = await withApproval(async (approval) => {
    tried.push(approval);
    return null;
  });
  expect(done).toBeNull();
  expect(tried).toEqual([undefined]);
});

it('any other refusal is answered as it is', async () => {
  const refusal = failure('discount_above_price');
  expect(await withApproval(async () => refusal)).toBe(refusal);
});
