import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@shared/errors';
import { expect, it } from 'vitest';
import type { HiddenPage } from '../../../../src/main/printing';
import { foundShop } from '../../../support/counter';
import { staffUp } from '../../../support/day';
import { openKhata } from '../../../support/khata';
import { makeTestShop } from '../../../support/shop-store';

const ravi = '00000000-0000-7000-8000-00000000c001';
const entry = (n: number) => `00000000-0000-7000-8000-00000000e00${n}`;

it('a statement on paper has its days, says who is to pay whom, and makes no markup of a name; shared, its words open', async () => {
  const shop = makeTestShop();
  try {
    const store = shop.open();
    foundShop(store, {
      settings: { name: 'Asha & Sons' },
      customers: [{ id: ravi, name: '<b>Ravi</b>', phone: '98765 43210', credit_days: 0 }],
    });
    await staffUp(store);
    const pages: HiddenPage[] = [];
    const opened: string[] = [];
    const file = join(shop.folder, 'statement.pdf');
    const khata = openKhata(store, {
      pages: {
        picture: () => Promise.reject(new Error('no picture is asked for')),
        pdf: async (page) => {
          pages.push(page);
          return new TextEncoder().encode('%PDF-');
        },
      },
      chooseFile: async () => file,
      openExternal: async (url) => {
        if (url.startsWith('mailto:')) throw new AppError('bad_value', 'No program opens it', { field: 'url' });
        opened.push(url);
      },
    });
    khata.call('customerKhata.adjust', { entryId: entry(1), id: ravi, amount: 150_050, reason: 'old book' });
    shop.clock.advance(2 * 86_400_000);
    khata.call('customers.receive', { paymentId: entry(2), customerId: ravi, amount: 50_050, method: 'upi' });
    const from = '2026-11-22';
    expect(await khata.later('customerKhata.saveStatement', { id: ravi, from, by: 'whatsapp' })).toEqual({
      file,
      messageOpened: true,
    });
    expect(readFileSync(file, 'utf8')).toBe('%PDF-');
    const body = pages[0]?.body ?? '';
    for (const said of [
      '&lt;b&gt;Ravi&lt;/b&gt; is to pay ₹1,000.00 to Asha &amp; Sons.',
      'Opening balance</td><td></td><td></td><td class="n">1,500.50 Dr</td>',
      'Payment, UPI</td>',
      'Closing balance</td><td></td><td></td><td class="n">1,000.00 Dr</td>',
    ]) {
      expect(body).toContain(said);
    }
    expect(body).not.toContain('<b>');
    // A line of a day before is in the opening balance alone.
    expect(body).not.toContain('old book');
    const link = new URL(opened[0] ?? '');
    expect(link.href.startsWith('https://wa.me/919876543210?')).toBe(true);
    expect(link.searchParams.get('text')).toContain('closing balance ₹1,000.00');
    // Without a program for mail the file is there all the same, and is told of.
    expect(await khata.later('customerKhata.saveStatement', { id: ravi, from, by: 'mail' })).toEqual({
      file,
      messageOpened: false,
    });
    await expect(
      khata.later('customerKhata.saveStatement', { id: ravi, from, to: '2026-11-01', by: 'file' }),
    ).rejects.toMatchObject({
      code: 'bad_value',
    });
  } finally {
    await shop.dispose();
  }
});
