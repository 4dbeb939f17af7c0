import type { HandlerInput } from '@shared/contract';
import { type Country, findCountry } from '@shared/countries';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Ids } from '@shared/ids';
import { money, rate } from '@shared/money';
import type { Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { isTimeZone } from '../settings';
import { checkPinStrength, hashPin } from '../staff';
import { hasShop } from '../status';
import { badValue, cleanName } from '../text';

type CreateShop = Omit<HandlerInput<'shop.create'>, 'start'>;

/** A scale's labels as most of them come from the factory: 5 digits of the item, 2 + 3 of the weight. */
const usualWeightCodes = '21{IIIII}{NNDDD}';

/** This terminal's series: each later terminal gets one of its own when it joins. */
const firstSeries = 'A1';

/** What else belongs to the transaction of the first run: a sample shop's goods. */
export interface Stocking {
  /** When the shop was opened, ms; a sample shop was a month ago. */
  readonly at: number;
  /** @param taxClasses ids by name */
  stock(m: Mutation, taxClasses: ReadonlyMap<string, string>): void;
}

/**
 * The first run: settings by the country, its tax classes, this terminal and the owner, in one transaction.
 *
 * @returns the owner
 * @throws AppError `shop_exists`, `pin_too_weak`, `bad_value` (country, time zone)
 */
export async function createShop(
  deps: ShopDeps,
  input: CreateShop,
  stocking?: Stocking,
): Promise<{ staffId: string; name: string; role: 'owner' }> {
  const { store, ids } = deps;
  const country = findCountry(input.country);
  if (!country) throw badValue('country', `No country ${input.country}`);
  if (!isTimeZone(input.timeZone)) throw badValue('timeZone', `No time zone ${input.timeZone}`);
  if (hasShop(store)) throw shopExists();
  checkPinStrength(input.pin);
  const pinHash = await hashPin(input.pin);

  const owner = { staffId: ids.next(), name: cleanName(input.owner), role: 'owner' } as const;
  const at = stocking?.at ?? deps.clock.now();
  store.mutate({ name: 'shop.create', kind: 'fact', actor: owner.staffId, at }, (m) => {
    // Asked again: another call may have made one while the PIN was being hashed.
    if (hasShop(store)) throw shopExists();
    m.put('business_settings', startingSettings(ids.next(), input, country, m.at));
    const taxClasses = putTaxClasses(m, ids, country);
    m.put('terminal', {
      id: m.terminalId,
      name: input.language === 'hi' ? 'काउंटर 1' : 'Counter 1',
      series: firstSeries,
      // Whoever makes a shop is its owner, and has all of it here: a hub must not take costs and pay away from them.
      role: 'office',
      created_at: m.at,
    });
    m.put('staff', {
      id: owner.staffId,
      name: owner.name,
      role: owner.role,
      pin_hash: pinHash,
      language: input.language,
      active: 1,
      created_at: m.at,
    });
    stocking?.stock(m, taxClasses);
    m.touch('system');
  });
  return owner;
}

const shopExists = () => new AppError('shop_exists', 'This file has a shop already');

function startingSettings(
  id: string,
  { name, language, timeZone }: CreateShop,
  country: Country,
  at: number,
): Row<'business_settings'> {
  return {
    id,
    name: cleanName(name),
    country: country.code,
    currency: country.currency,
    language,
    time_zone: timeZone,
    tax_regime: country.regime,
    prices_include_tax: country.pricesIncludeTax ? 1 : 0,
    rounding_method: 'line',
    round_off_unit: money(country.roundOffUnit),
    cash_rounding_unit: money(country.cashRoundingUnit),
    negative_stock: 'warn',
    state_code: null,
    gstin: null,
    address: null,
    phone: null,
    upi_id: null,
    receipt_header: null,
    receipt_footer: null,
    receipt_logo: null,
    receipt_code: 'code128',
    receipt_hsn: 0,
    bank_details: null,
    weight_codes: usualWeightCodes,
    require_shift: 0,
    blind_count: 1,
    cashier_returns: 1,
    cashier_discount_limit: rate(100_000),
    manager_discount_limit: rate(300_000),
    credit_days: 30,
    auto_lock_minutes: 0,
    created_at: at,
  };
}

/** The country's classes; their ids by name. */
function putTaxClasses(m: Mutation, ids: Ids, country: Country): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const { name, active, periods } of country.taxes) {
    const id = ids.next();
    byName.set(name, id);
    m.put('tax_class', {
      id,
      name,
      active: active ? 1 : 0,
      rates: periods.flatMap(({ from, taxes }) =>
        taxes.map(({ kind, rate, perUnit, compound }, position) => ({
          effective_from: from,
          position,
          kind,
          rate,
          per_unit: perUnit,
          compound: compound ? (1 as const) : (0 as const),
        })),
      ),
    });
  }
  return byName;
}
