import { upiLink } from '@shared/codes';
import type { Money } from '@shared/money';
import type { ShopDeps } from '../deps';

/**
 * What a payment app reads from the customer's screen: this shop, exactly this amount, the open bill as the reference that
 * comes back (a reference holds 35 characters, a UUID without its hyphens 32). Null for a shop without a UPI id, of
 * another currency, and for nothing to pay.
 */
export function upiRequest({ settings }: ShopDeps, amount: Money, reference: string): { link: string } | null {
  const { upi_id, name, currency } = settings();
  if (upi_id === null || currency !== 'INR' || amount === 0) return null;
  return { link: upiLink({ payee: upi_id, name, amount, reference: reference.replaceAll('-', '') }) };
}
