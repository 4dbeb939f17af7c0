import { describe, expect, test } from 'vitest';
import { settle } from '../../../src/shared/bill';
import { money, toDecimal } from '../../../src/shared/money';

const tender = (text: string) => {
  const [method = '', amount = ''] = text.split(' ');
  return { method, amount: money(Number(amount)) };
};

describe('payments, change and due, in paise', () => {
  test.each([
    // total, coin, payments → cashDue, cashRounding, cashKept, change, due
    [1572, 5, [], 1570, 0, 0, 0, 1572],
    [1572, 5, ['cash 1570'], 1570, -2, 1570, 0, 0],
    [1572, 5, ['cash 2000'], 1570, -2, 1570, 430, 0],
    [1573, 5, ['cash 1575'], 1575, 2, 1575, 0, 0],
    // Exactly the total in an amount that no coins make: nothing is left to ask for.
    [1573, 5, ['cash 1573'], 1575, 0, 1573, 0, 0],
    [1573, 5, ['cash 1574'], 1575, 1, 1574, 0, 0],
    [1573, 5, ['cash 1000'], 1575, 0, 1000, 0, 573],
    [1572, 5, ['card 1572'], 0, 0, 0, 0, 0],
    [1572, 5, ['card 1000'], 570, 0, 0, 0, 572],
    [1572, 5, ['card 1000', 'cash 600'], 570, -2, 570, 30, 0],
    [1572, 5, ['cash 600', 'card 1000'], 570, -2, 570, 30, 0],
    [10500, 0, ['bank 5000', 'cash 6000'], 5500, 0, 5500, 500, 0],
    [10500, 0, ['cash 10000', 'cash 1000'], 10500, 0, 10500, 500, 0],
    [0, 5, [], 0, 0, 0, 0, 0],
    [0, 5, ['cash 100'], 0, 0, 0, 100, 0],
    // A coin left over that is smaller than any coin is due, unless cash is what settles it.
    [1572, 5, ['card 1570'], 0, 0, 0, 0, 2],
  ])('%i at coins of %i paid by %j', (total, coin, tenders, cashDue, cashRounding, cashKept, change, due) => {
    const got = settle(money(total), money(coin), tenders.map(tender));
    expect(got).toMatchObject({ cashDue, cashRounding, cashKept, change, due });
  });

  test('change comes out of the cash that was tendered last', () => {
    const { payments } = settle(money(10_500), money(0), ['cash 10000', 'upi 200', 'cash 500', 'cash 100'].map(tender));
    expect(payments.map((payment) => toDecimal(payment.kept, 'INR'))).toEqual(['100.00', '2.00', '3.00', '0.00']);
  });
});
