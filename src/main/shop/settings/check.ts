import { embeddedPattern, gstStateOf, isUpiId, validateGstin } from '@shared/codes';
import type { BusinessSettings, HandlerInput } from '@shared/contract';
import { type CurrencyCode, currencyDecimals } from '@shared/money';
import { badValue, checkField, cleanCode, cleanName, cleanText } from '../text';
import { isTimeZone } from './time-zone';

type Wanted = HandlerInput<'settings.save'>;
type Changes = Partial<Omit<BusinessSettings, 'id'>>;

/**
 * What the given fields become when they are right; the state follows the GSTIN.
 *
 * @throws AppError `bad_value` with the `field`
 */
export function checkSettings(wanted: Wanted, current: BusinessSettings): Changes {
  const changes: Changes = {};
  for (const field of fieldsOf(wanted)) Object.assign(changes, checks[field]?.(wanted, current));
  // The GSTIN of one state and the address of another would charge the wrong half of the country IGST.
  const gstin = changes.gstin === undefined ? current.gstin : changes.gstin;
  const state = changes.state_code === undefined ? current.state_code : changes.state_code;
  if (gstin !== null && state !== gstin.slice(0, 2)) {
    if (wanted.state_code !== undefined && wanted.state_code !== null) {
      throw badValue('state_code', 'The state is not the one of the GSTIN', { gstin });
    }
    changes.state_code = gstin.slice(0, 2);
  }
  return changes;
}

type Field = keyof Wanted;
type Check = (wanted: Wanted, current: BusinessSettings) => Changes;

/** Fields that are right as the schema lets them through. */
const taken =
  <F extends Field & keyof Changes>(field: F): Check =>
  (wanted) => ({ [field]: wanted[field] });

const note =
  (field: 'address' | 'receipt_header' | 'receipt_footer' | 'bank_details'): Check =>
  (wanted) => ({ [field]: cleanText(wanted[field] ?? null) });

const checks: { readonly [F in Field]-?: Check } = {
  name: ({ name = '' }) => ({ name: cleanName(name) }),
  language: taken('language'),
  time_zone: ({ time_zone = '' }) => {
    if (!isTimeZone(time_zone)) throw badValue('time_zone', `No time zone ${time_zone}`);
    return { time_zone };
  },
  tax_regime: ({ tax_regime }, { currency }) => {
    if (tax_regime === undefined) return {};
    if (tax_regime === 'india_gst' && currency !== 'INR') throw badValue('tax_regime', 'GST of India is in rupees');
    return { tax_regime };
  },
  prices_include_tax: taken('prices_include_tax'),
  rounding_method: taken('rounding_method'),
  round_off_unit: ({ round_off_unit }, { currency }) => {
    checkRoundingUnit('round_off_unit', round_off_unit, currency);
    return round_off_unit === undefined ? {} : { round_off_unit };
  },
  cash_rounding_unit: ({ cash_rounding_unit }, { currency }) => {
    checkRoundingUnit('cash_rounding_unit', cash_rounding_unit, currency);
    return cash_rounding_unit === undefined ? {} : { cash_rounding_unit };
  },
  negative_stock: taken('negative_stock'),
  state_code: ({ state_code = null }) => {
    if (state_code !== null && gstStateOf(state_code) === undefined) {
      throw badValue('state_code', `No state ${state_code}`);
    }
    return { state_code };
  },
  gstin: ({ gstin = null }) => {
    const typed = cleanCode(gstin);
    return { gstin: typed === null ? null : checkField('gstin', () => validateGstin(typed)) };
  },
  address: note('address'),
  phone: ({ phone = null }) => ({ phone: cleanCode(phone) }),
  upi_id: ({ upi_id = null }) => {
    const typed = cleanCode(upi_id);
    if (typed !== null && !isUpiId(typed)) throw badValue('upi_id', `Not a UPI id: ${typed}`);
    return { upi_id: typed };
  },
  receipt_header: note('receipt_header'),
  receipt_footer: note('receipt_footer'),
  receipt_logo: taken('receipt_logo'),
  receipt_code: taken('receipt_code'),
  receipt_hsn: taken('receipt_hsn'),
  bank_details: note('bank_details'),
  weight_codes: ({ weight_codes = '' }) => {
    const patterns = weight_codes.split(/\s+/).filter((pattern) => pattern !== '');
    for (const pattern of patterns) checkField('weight_codes', () => embeddedPattern(pattern));
    return { weight_codes: patterns.join(' ') };
  },
  require_shift: taken('require_shift'),
  blind_count: taken('blind_count'),
  cashier_returns: taken('cashier_returns'),
  cashier_discount_limit: taken('cashier_discount_limit'),
  manager_discount_limit: taken('manager_discount_limit'),
  credit_days: taken('credit_days'),
  auto_lock_minutes: taken('auto_lock_minutes'),
};

function fieldsOf(wanted: Wanted): Field[] {
  // proof: the schema is strict, so a wanted object has no other keys
  return Object.keys(wanted).filter((field) => wanted[field as Field] !== undefined) as Field[];
}

/** Rounding to more than a hundred units is a slip of the keyboard: it would give goods away. */
function checkRoundingUnit(field: string, unit: number | undefined, currency: CurrencyCode): void {
  const decimals = currencyDecimals(currency);
  const largest = (decimals === 0 ? 1000 : 100) * 10 ** decimals;
  if (unit !== undefined && unit > largest) throw badValue(field, 'Nobody rounds that far', { largest });
}
