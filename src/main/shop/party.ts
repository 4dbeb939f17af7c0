import { gstStateOf, validateGstin } from '@shared/codes';
import { badValue, checkField, cleanCode, cleanName, cleanText } from './text';

/** What a person types of somebody whom the shop sells to or buys from. */
export interface TypedParty {
  readonly name: string;
  readonly phone: string | null;
  readonly gstin: string | null;
  readonly stateCode: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly note: string | null;
}

/**
 * As columns.
 *
 * @throws AppError `bad_value` with the `field`: a GSTIN, a state or an address of mail that cannot be, or a state that is not
 *   the GSTIN's
 */
export function partyFields(typedParty: TypedParty) {
  const { name, phone, gstin: typedGstin, stateCode, address, note } = typedParty;
  const typed = cleanCode(typedGstin);
  const gstin = typed === null ? null : checkField('gstin', () => validateGstin(typed));
  if (stateCode !== null && gstStateOf(stateCode) === undefined) throw badValue('stateCode', `No state ${stateCode}`);
  if (gstin !== null && stateCode !== null && stateCode !== gstin.slice(0, 2)) {
    throw badValue('stateCode', 'The state is not the one of the GSTIN', { gstin });
  }
  const email = cleanCode(typedParty.email);
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) throw badValue('email', 'Not an e-mail address');
  return {
    name: cleanName(name),
    phone: cleanCode(phone),
    gstin,
    // Decides between CGST + SGST and IGST.
    state_code: stateCode ?? gstin?.slice(0, 2) ?? null,
    address: cleanText(address),
    email,
    note: cleanText(note),
  };
}
