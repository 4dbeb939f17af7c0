import type { Language } from '@shared/entities';
import { quantity } from '@shared/money';
import { describe, expect, it } from 'vitest';
import {
  createNoticeDesk,
  type NoticeContent,
  type OwedAlerts,
  type OwedNotice,
  type Presenting,
} from '../../../src/main/shell/notice-desk';

const product = (id: string, name = `Product ${id}`, stock = 3_000) =>
  ({ id, name, unit: 'PCS', quantity: quantity(stock) }) as const;
const low = (...ids: string[]): OwedAlerts => ({
  kind: 'low_stock',
  products: ids.map((id) => product(id)),
  alertIds: ids.map((id) => `alert ${id}`),
});

const idsOf = (notice: OwedNotice | undefined): readonly string[] =>
  notice?.kind === 'new_order' ? notice.orders.map(({ id }) => id) : (notice?.alertIds ?? []);

function makeDesk(owed: OwedNotice[], language: Language = 'en', off: readonly OwedNotice['kind'][] = []) {
  const presented: (NoticeContent & Presenting)[] = [];
  const settled: string[] = [];
  const warnings: string[] = [];
  const log = {
    info() {},
    warn: (_: object, text: string) => warnings.push(text),
    error: (_: object, text: string) => warnings.push(text),
  };
  const desk = createNoticeDesk({
    wants: (kind) => !off.includes(kind),
    owed: () => [...owed],
    settle(ids) {
      settled.push(...ids);
      for (let i = owed.length - 1; i >= 0; i--) {
        if (idsOf(owed[i]).every((id) => settled.includes(id))) owed.splice(i, 1);
      }
    },
    present: (content, presenting) => presented.push({ ...content, ...presenting }),
    language: () => language,
    log,
  });
  return { desk, presented, settled, warnings };
}

describe('the notice desk', () => {
  it('says what is owed, with the stock, and where a click leads', () => {
    const { desk, presented } = makeDesk([low('a')]);
    desk.look();
    expect(presented).toMatchObject([{ title: 'Low stock', body: 'Product a: 3 pcs left', to: '/products/a' }]);
  });

  it('does not show a kind that was switched off on this machine, nor keeps it for later', () => {
    const owed = [low('a'), { ...low('b'), kind: 'oversold' as const }];
    const { desk, presented, settled } = makeDesk(owed, 'en', ['low_stock']);
    desk.look();
    expect(presented).toMatchObject([{ to: '/products/b' }]);
    expect(settled).toEqual(['alert a']);
  });

  it('counts many that cross at once in one notification', () => {
    const { desk, presented } = makeDesk([low('a', 'b', 'c', 'd', 'e')]);
    desk.look();
    expect(presented).toHaveLength(1);
    expect(presented[0]).toMatchObject({ title: '5 products are low', to: '/alerts' });
    expect(presented[0]?.body.split('\n')).toEqual([
      'Product a: 3 pcs left',
      'Product b: 3 pcs left',
      'Product c: 3 pcs left',
      'and 2 more',
    ]);
  });

  it('owes a notice until the system has shown it, and not longer', () => {
    const { desk, presented, settled } = makeDesk([low('a', 'b')]);
    desk.look();
    expect(settled).toEqual([]);
    presented[0]?.onShown();
    expect(settled).toEqual(['alert a', 'alert b']);
  });

  it('tells of new orders, each once, and leads to the order or to all of them', () => {
    const order = (id: string) => ({ id, name: `Customer ${id}`, number: `A1P/${id}` });
    const owed: OwedNotice[] = [{ kind: 'new_order', orders: [order('1')] }];
    const { desk, presented } = makeDesk(owed);
    desk.look();
    owed[0] = { kind: 'new_order', orders: [order('1'), order('2'), order('3')] };
    desk.look();
    expect(presented).toMatchObject([
      { title: 'New order', body: 'Customer 1 · A1P/1', to: '/orders/1' },
      { title: '2 new orders', body: 'Customer 2 · A1P/2\nCustomer 3 · A1P/3', to: '/orders' },
    ]);
  });

  it('does not say again what it has given to the system already', () => {
    const owed = [low('a')];
    const { desk, presented } = makeDesk(owed);
    desk.look();
    owed.push({ ...low('b'), kind: 'oversold' });
    desk.look();
    expect(presented.map(({ to }) => to)).toEqual(['/products/a', '/products/b']);
  });

  it('still owes what the system could not show', () => {
    const { desk, presented, settled, warnings } = makeDesk([low('a')]);
    desk.look();
    presented[0]?.onFailed();
    expect(settled).toEqual([]);
    expect(warnings).toHaveLength(1);
  });

  it('says nothing when nothing is owed', () => {
    const { desk, presented } = makeDesk([]);
    desk.look();
    expect(presented).toEqual([]);
  });

  it('outlives a disk on which it cannot be noted that a notice was shown', () => {
    const shown: Presenting[] = [];
    const errors: string[] = [];
    const desk = createNoticeDesk({
      wants: () => true,
      owed: () => [low('a')],
      settle() {
        throw new Error('disk full');
      },
      present: (_content, presenting) => shown.push(presenting),
      language: () => 'en',
      log: { info() {}, warn() {}, error: (_fields, text) => errors.push(text) },
    });
    desk.look();
    shown[0]?.onShown();
    desk.look();
    expect(errors).toHaveLength(1);
    expect(shown).toHaveLength(1);
  });

  it('speaks the language of the shop', () => {
    const { desk, presented } = makeDesk([low('a')], 'hi');
    desk.look();
    expect(presented).toMatchObject([{ title: 'स्टॉक कम है', body: 'Product a: 3 नग बचा है' }]);
  });
});
