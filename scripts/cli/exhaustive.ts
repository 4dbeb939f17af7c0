/**
 * `npm run exhaustive`: every inclusive price from 0.01 to 10 000.00 at every GST rate of India, 16 million bills of one
 * line, intra-state and inter-state: CGST = SGST, taxable + tax = the price on the shelf, and the tax is the one of the
 * rule t = half_up(P·r / (2·(100+r))), worked out here without the engine. Prints a summary; exit code 1 on any failure.
 */
import { priceBill } from '@shared/bill';
import { fineMoney, money, quantity, type Rate, rateToDecimal, readRate, ZERO } from '@shared/money';

const rates = ['0', '0.25', '3', '5', '12', '18', '28', '40'].map((text) => readRate(text, 'rate'));
const highest = 1_000_000;
const one = quantity(1000);

function check(rate: Rate, place: 'intra' | 'inter'): number {
  const taxes = [{ kind: 'gst', rate, perUnit: fineMoney(0), compound: false }] as const;
  const settings = {
    currency: 'INR',
    regime: 'india_gst',
    pricesIncludeTax: true,
    place,
    rounding: 'line',
    roundOff: ZERO,
    cashRounding: ZERO,
  } as const;
  // half_up(P·r / (parts·(100+r))) in whole numbers, the rate in hundredths of a percent.
  const points = Number(
    rateToDecimal(rate)
      .replace(/^(\d+)$/, '$1.00')
      .replace('.', ''),
  );
  const parts = place === 'intra' ? 2 : 1;
  const bottom = parts * (10_000 + points);
  let failures = 0;
  for (let paise = 1; paise <= highest; paise++) {
    const bill = priceBill({ settings, lines: [{ quantity: one, unitPrice: money(paise), taxes }] });
    const expected = Math.floor((2 * paise * points + bottom) / (2 * bottom));
    const right =
      bill.total === paise &&
      bill.taxable + bill.tax === paise &&
      bill.cgst === bill.sgst &&
      bill.tax === parts * expected &&
      (place === 'intra' ? bill.cgst === expected && bill.igst === 0 : bill.igst === expected && bill.cgst === 0);
    if (right) continue;
    failures++;
    if (failures <= 5) console.log(`${rateToDecimal(rate)} % ${place} ${paise} paise: ${JSON.stringify(bill)}`);
  }
  return failures;
}

const started = performance.now();
let failures = 0;
for (const rate of rates) {
  for (const place of ['intra', 'inter'] as const) failures += check(rate, place);
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const bills = highest * rates.length * 2;
console.log(`exhaustive: ${bills} inclusive bills, ${failures} failures, ${seconds} s`);
if (failures > 0) process.exitCode = 1;
