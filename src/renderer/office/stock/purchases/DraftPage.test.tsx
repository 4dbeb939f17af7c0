// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import type { PurchaseDraft } from '@shared/contract';
import { ZERO } from '@shared/money';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeBridge, fakeBridge } from '../../../../../tests/support/fake-bridge';
import { learn } from '../../../i18n';
import { createQueryClient } from '../../../live';
import { type AtTill, ShopContext } from '../../../shop/ShopContext';
import { DraftPage } from './DraftPage';

configure({ asyncUtilTimeout: 60_000 });

// proof: the page reads no more of it
const till = {
  shop: { country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata' },
  user: { staffId: 'asha', name: 'Asha', role: 'owner' },
} as AtTill;

const start: PurchaseDraft = {
  id: 'd1',
  supplier: { id: 's1', name: 'Deccan Dairy' },
  billNumber: 'DD-1',
  billDay: '2026-11-05',
  dueDay: null,
  pricesIncludeTax: false,
  inputCredit: true,
  discount: ZERO,
  roundOff: ZERO,
  note: '',
  lines: [],
  place: 'intra',
  totals: null,
  problem: null,
  updatedAt: 0,
};

let main: FakeBridge;
/** Lets every promise that is already settled be heard of. */
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve)));
const isAsked = (name: string) => main.waiting().some((each) => each.name === name);

beforeEach(async () => {
  window.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  main = fakeBridge();
  await learn('en');
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MantineProvider env="test">
        <ShopContext value={till}>
          <DraftPage id="d1" />
        </ShopContext>
      </MantineProvider>
    </QueryClientProvider>,
  );
  await settle();
  main.answer('purchases.draft', start);
  await settle();
});

afterEach(cleanup);

/** As a mouse does it: what was typed is taken as the field is left, and only then is the button let go of. */
function typeAndPress(day: string): void {
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: /^Bill date/ });
  fireEvent.change(field, { target: { value: day } });
  fireEvent.blur(field);
  fireEvent.click(screen.getByRole('button', { name: 'Save purchase' }));
}

it('a click that leaves a field counts: the purchase is posted as soon as what was typed is kept', async () => {
  typeAndPress('4/11/2026');
  await settle();
  expect(isAsked('purchases.post')).toBe(false);
  main.answer('purchases.saveDraft', { ...start, billDay: '2026-11-04' });
  await settle();
  expect(main.waiting()).toContainEqual({ name: 'purchases.post', input: { draftId: 'd1' } });
});

it('what could not be kept is not posted past', async () => {
  typeAndPress('4/11/2026');
  await settle();
  main.refuse('purchases.saveDraft', 'internal');
  await settle();
  expect(isAsked('purchases.post')).toBe(false);
  // The next press tries once more.
  fireEvent.click(screen.getByRole('button', { name: 'Save purchase' }));
  await settle();
  main.answer('purchases.saveDraft', { ...start, billDay: '2026-11-04' });
  await settle();
  expect(isAsked('purchases.post')).toBe(true);
});
