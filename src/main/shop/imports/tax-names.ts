import { taxesOn } from '@shared/bill';
import type { Day } from '@shared/clock';
import { isDay } from '@shared/clock';
import type { TaxClass } from '@shared/contract';
import { parseRate } from '@shared/money';
import { CellProblem } from './values';

/** Finds the tax class that a cell means: by its name, or by its rate of today. */
export type FindTax = (text: string) => string;

/** Words for goods that are not taxed. */
const untaxed = new Set(['nil', 'exempt', 'exempted', 'none', 'zero', 'निल', 'शून्य', 'मुक्त', 'करमुक्त']);

/**
 * `18`, `18 %`, `GST 18%`, `GST@18`, `Exempt`, or the class's own name. A workbook that shows 18 % holds 0.18, so a rate
 * that no class has is tried as a fraction. Of several classes with one rate, the one that never had another is meant.
 */
export function taxFinder(classes: readonly TaxClass[], today: Day): FindTax {
  const byName = new Map<string, string>();
  const byRate = new Map<number, { id: string; periods: number }>();
  for (const { id, name, active, rates } of classes) {
    byName.set(name.toLowerCase(), id);
    const rate = active ? simpleRate(rates, today) : null;
    const known = rate === null ? undefined : byRate.get(rate);
    if (rate !== null && (!known || rates.length < known.periods)) byRate.set(rate, { id, periods: rates.length });
  }
  return (text) => {
    const named = byName.get(text.toLowerCase());
    if (named !== undefined) return named;
    const bare = text.toLowerCase().replace(/^(?:gst|igst|vat|tax|जीएसटी|कर)\s*[@:-]?\s*/, '');
    const rate = untaxed.has(bare) ? 0 : rateOf(bare);
    const found = rate === null ? undefined : (byRate.get(rate) ?? byRate.get(rate * 100));
    if (!found) throw new CellProblem('tax', 'unknown_tax', { value: text.slice(0, 40) });
    return found.id;
  };
}

function rateOf(text: string): number | null {
  const parsed = parseRate(text);
  return parsed.ok ? parsed.value : null;
}

/** The one rate that holds today; null for a class that charges by the piece or charges several. */
function simpleRate(rates: TaxClass['rates'], today: Day): number | null {
  const periods = rates.flatMap(({ effectiveFrom, components }) =>
    isDay(effectiveFrom) ? [{ from: effectiveFrom, taxes: components }] : [],
  );
  if (!periods.some(({ from }) => from <= today)) return null;
  const [only, ...others] = taxesOn({ periods }, today);
  return only && others.length === 0 && only.perUnit === 0 ? only.rate : null;
}
