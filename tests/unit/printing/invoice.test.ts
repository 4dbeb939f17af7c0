import type { Customer } from '@shared/contract';
import { money } from '@shared/money';
import { describe, expect, it } from 'vitest';
import { invoicePage } from '../../../src/main/printing/invoice/page';
import { mailLink, messengerLink } from '../../../src/main/printing/invoice/share';
import { billLine, paperBill, shopSettings } from '../../support/papers';

const hostile = `<img src=x onerror="alert('1')"> & Söhne`;

const buyer: Customer = {
  id: '0192a000-0000-7000-8000-000000000002',
  name: 'Meera Nair',
  phone: '98765 43210',
  gstin: '29AAGCB7383J1Z4',
  stateCode: '29',
  address: 'Bengaluru',
  email: 'meera@example.org',
  creditLimit: null,
  creditDays: null,
  note: null,
  balance: money(0),
  storeCredit: money(0),
  deleted: false,
};

const settings = { ...shopSettings({ bank_details: 'Bank of Baroda' }), created_at: 0 };
const page = (fields: Partial<Parameters<typeof invoicePage>[0]> = {}): string =>
  invoicePage({ bill: paperBill(), buyer, settings, paper: 'A4', copies: 1, isTraining: false, ...fields }).body;

describe('an invoice', () => {
  it('has what rule 46 wants: both parties with their GSTIN, place of supply, HSN, taxable value, tax, signature', () => {
    const body = page();
    for (const fact of [
      'Tax invoice',
      'A1/2627/000123',
      '27AAPFU0939F1ZV',
      '29AAGCB7383J1Z4',
      '29 Karnataka',
      '21 Dec 2026',
      '0713',
      '1,447.62',
      'CGST 2.5%',
      '₹1,520.00',
      'One thousand five hundred twenty rupees only',
      'Authorised signatory',
      'Bank of Baroda',
    ]) {
      expect(body).toContain(fact);
    }
  });

  it('says on every sheet that it was made in training, and only then', () => {
    const marks = (body: string) => body.match(/TRAINING, NOT A BILL/g)?.length ?? 0;
    expect([marks(page({ copies: 3, isTraining: true })), marks(page({}))]).toEqual([3, 0]);
  });

  it('marks its copies as the rules name them, each on a sheet of its own', () => {
    const body = page({ copies: 3 });
    expect(body.match(/<section class="sheet">/g)).toHaveLength(3);
    expect(['Original', 'Duplicate', 'Triplicate'].filter((copy) => body.includes(`${copy} for`))).toHaveLength(3);
  });

  it('makes no markup of what people typed, wherever it stands', () => {
    const bill = paperBill({
      lines: [billLine(1, hostile)],
      customer: { id: buyer.id, name: hostile },
      cashier: hostile,
      number: hostile,
    });
    const typed = { ...settings, name: hostile, address: hostile, receipt_footer: hostile, bank_details: hostile };
    const body = page({ bill, settings: typed, buyer: { ...buyer, address: hostile, gstin: hostile, phone: hostile } });
    expect(body).not.toContain('<img src=x');
    expect(body).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; Söhne');
  });

  it('asks for money by UPI only while something is owed', () => {
    expect(page()).toContain('class="qr"');
    expect(page({ bill: paperBill({ due: money(0) }) })).not.toContain('class="qr"');
  });

  it('speaks the shop’s language', () => {
    const body = page({ settings: { ...settings, language: 'hi' } });
    expect(body).toContain('कर चालान');
    expect(body).toContain('एक हज़ार पाँच सौ बीस रुपये मात्र');
  });
});

describe('a link that shares a bill', () => {
  const bill = { shop: 'Asha & Sons', number: 'A1/2627/000123', total: '₹1,520.00' };

  it.each([
    ['+91 98765 43210', 'IN', 'https://wa.me/919876543210'],
    ['098765 43210', 'IN', 'https://wa.me/919876543210'],
    ['0803 123 4567', 'NG', 'https://wa.me/2348031234567'],
    ['12345 678', 'FR', 'https://wa.me/'],
    [null, 'IN', 'https://wa.me/'],
  ])('goes to the customer’s own number: %s of %s', (phone, country, address) => {
    const link = new URL(messengerLink(phone, country, bill, 'en'));
    expect(link.origin + link.pathname).toBe(address);
    expect(link.searchParams.get('text')).toContain('A1/2627/000123 from Asha & Sons: ₹1,520.00');
  });

  it('goes to one mail address, whatever the customer’s record says', () => {
    expect(mailLink('meera@example.org', bill, 'en')).toMatch(/^mailto:meera%40example\.org\?subject=/);
    for (const address of ['a@b.c,d@e.f', 'a@b.c?bcc=x@y.z', 'a@b.c&cc=x@y.z', 'nobody', 'a b@c.d']) {
      expect(mailLink(address, bill, 'en')).toMatch(/^mailto:\?subject=/);
    }
  });
});
