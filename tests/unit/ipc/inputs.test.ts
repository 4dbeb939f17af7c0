import { contract } from '@shared/contract';
import { expect, it } from 'vitest';
import { name, note } from '../../../src/shared/contract/inputs';

const id = '00000000-0000-7000-8000-000000000001';
const half = '😀'.slice(0, 1);

it('a text that ends in half a character is refused before it is written: no hub would take it', () => {
  for (const schema of [name, note]) {
    expect(schema.safeParse('Diwali 😀').success).toBe(true);
    expect(schema.safeParse(`Diwali ${half}`).success).toBe(false);
  }
});

it('so are references and addresses, which are no names', () => {
  const payments = (reference: string) => [{ method: 'upi', amount: 100, reference }];
  const inputs = {
    'sales.complete': (reference: string) => ({ cartId: id, revision: 0, payments: payments(reference) }),
    'customers.receive': (reference: string) => ({
      paymentId: id,
      customerId: id,
      amount: 100,
      method: 'upi',
      reference,
    }),
    'supplierKhata.pay': (reference: string) => ({ paymentId: id, id, amount: 100, method: 'upi', reference }),
    'settings.save': (upi_id: string) => ({ upi_id }),
  } as const;
  for (const [call, input] of Object.entries(inputs)) {
    const schema = contract[call as keyof typeof inputs].input; // proof: a key of the object above
    expect([call, schema.safeParse(input('T1 😀')).success]).toEqual([call, true]);
    expect([call, schema.safeParse(input(`T1 ${half}`)).success]).toEqual([call, false]);
  }
});
