import type { HandlerInput } from '@shared/contract';
import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openShopOffice } from '../../support/office';

let office: Office;
beforeEach(async () => {
  office = await openShopOffice();
});
afterEach(() => office.shop.dispose());

const nobody = {
  phone: null,
  gstin: null,
  stateCode: null,
  address: null,
  email: null,
  creditLimit: null,
  note: null,
};
const save = (input: Partial<HandlerInput<'customers.save'>> & { name: string }) =>
  office.handlers['customers.save']({ ...nobody, ...input }, office);
const find = async (text: string) =>
  (await office.handlers['customers.list']({ text, offset: 0, limit: 50 }, office)).rows.map(({ name }) => name);

describe('customers', () => {
  it('are found by words of the name and by digits of the phone, however it was written', async () => {
    await save({ name: 'Ravi Kumar', phone: '+91 98765-43210' });
    await save({ name: 'Meena Kumari', phone: '(020) 2567 1234' });
    await save({ name: 'मीना शर्मा' });
    await save({ name: '100% Sweets' });
    expect(await find('kumar')).toEqual(['Meena Kumari', 'Ravi Kumar']);
    expect(await find('kumar rav')).toEqual(['Ravi Kumar']);
    expect(await find('मीना')).toEqual(['मीना शर्मा']);
    expect(await find('98765')).toEqual(['Ravi Kumar']);
    expect(await find('765 432')).toEqual(['Ravi Kumar']);
    expect(await find('0202567')).toEqual(['Meena Kumari']);
    expect(await find('%')).toEqual(['100% Sweets']);
    expect(await find('_')).toEqual([]);
    expect(await find('')).toHaveLength(4);
  });

  it('take their state from a right GSTIN', async () => {
    expect(await save({ name: 'Hotel', gstin: '29aagcb7383j1z4' })).toMatchObject({
      gstin: '29AAGCB7383J1Z4',
      stateCode: '29',
    });
  });

  it.each([
    [{ gstin: '29AAGCB7383J1Z5' }, 'gstin'],
    [{ gstin: '29AAGCB7383J1Z4', stateCode: '27' }, 'stateCode'],
    [{ stateCode: '99' }, 'stateCode'],
    [{ email: 'not an address' }, 'email'],
  ])('refuse %j, naming the field', (input, field) => {
    expect(() => save({ name: 'Hotel', ...input })).toThrow(
      expect.objectContaining({ code: 'bad_value', params: expect.objectContaining({ field }) }),
    );
  });

  it('owe the sum of their khata', async () => {
    const { id } = await save({ name: 'Ravi' });
    office.store.mutate({ name: 'test.khata', kind: 'fact', actor: 'test' }, (m) => {
      for (const [index, amount] of [50_000, -20_000].entries()) {
        m.put('party_transaction', {
          id: `t${index}`,
          party_type: 'customer',
          party_id: id,
          kind: 'adjustment',
          amount: money(amount),
          document_type: null,
          document_id: null,
          due_day: null,
          note: null,
          at: m.at,
          day: '2026-11-21' as never,
          staff_id: 'test',
          terminal_id: m.terminalId,
          shift_id: null,
        });
      }
    });
    const { rows } = await office.handlers['customers.list']({ offset: 0, limit: 10 }, office);
    expect(rows).toMatchObject([{ id, balance: 30_000 }]);
  });

  it('removed are gone from the list until they are restored', async () => {
    const { id } = await save({ name: 'Ravi' });
    office.handlers['customers.remove']({ id }, office);
    expect(await find('')).toEqual([]);
    expect(() => save({ id, name: 'Ravi' })).toThrow(expect.objectContaining({ code: 'deleted' }));
    office.handlers['customers.restore']({ id }, office);
    expect(await find('ravi')).toEqual(['Ravi']);
  });

  it('keep both changes when two people edit two fields', async () => {
    const { id } = await save({ name: 'Ravi', phone: '98765' });
    await save({ id, name: 'Ravi Kumar', phone: '98765' });
    const last = office.store.sql<[], { ops: string }>('SELECT ops FROM outbox ORDER BY mid DESC LIMIT 1').get();
    expect(JSON.parse(last?.ops ?? '[]')).toEqual([
      { op: 'set', entity: 'customer', id, fields: { name: 'Ravi Kumar' }, base: { name: 0 } },
    ]);
  });
});
