/** One question to everything the shop has records of: for whoever knows a name or a number, and not where it stands. */
import type { Found, FoundBill } from '@shared/contract';
import { isAllowed, type Role } from '@shared/roles';
import { type Reads, readerJob } from '../../store';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import { searchProducts } from '../catalogue';
import { listCustomers } from '../customers';
import type { ShopDeps } from '../deps';
import { listSuppliers } from '../suppliers';

interface Question {
  readonly text: string;
  readonly limit: number;
  readonly role: Role;
}

export function findHandlers({ store }: ShopDeps): Handlers<'find.everywhere'> {
  return {
    'find.everywhere': (input, context) => store.readers.run(findJob, { ...input, role: actorOf(context).role }),
  };
}

/** Each kind is looked up by its own index or its own list; a text that people type letter by letter stays off the one thread that sells. */
export const findJob = readerJob('find.everywhere', (reads: Reads, { text, limit, role }: Question): Found => {
  const typed = text.normalize('NFC').trim();
  const nothing: Found = { products: [], customers: [], suppliers: [], bills: [] };
  if (typed === '') return nothing;
  const page = { text: typed, offset: 0, limit };
  return {
    products: searchProducts(reads, typed, limit).map(({ id, name, price }) => ({ id, name, price })),
    customers: listCustomers(reads, page).rows.map(toParty),
    suppliers: isAllowed(role, 'stock.edit') ? listSuppliers(reads, page).rows.map(toParty) : [],
    bills: isAllowed(role, 'sell') ? findBills(reads, typed, limit) : [],
  };
});

const toParty = ({ id, name, phone }: Found['customers'][number]) => ({ id, name, phone });

/** By the start of a number, the count at its end, or a whole number of a credit note; each by its index. */
function findBills(reads: Reads, typed: string, limit: number): FoundBill[] {
  const number = typed.toUpperCase();
  const sequence = /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
  // U+FFFF sorts behind every character of a number. Ids grow with time: of many years' bills with one count the newest.
  return reads
    .sql<[string, string, number, number, number, string, number], FoundBill>(
      `SELECT b.id, b.number, b.at, b.total FROM (
         SELECT id FROM (SELECT id FROM bill WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT ?)
         UNION SELECT id FROM (SELECT id FROM bill WHERE sequence = ? ORDER BY id DESC LIMIT ?)
         UNION SELECT bill_id FROM bill_return WHERE number = ? AND bill_id IS NOT NULL
       ) AS found CROSS JOIN bill AS b ON b.id = found.id
       ORDER BY b.day DESC, b.at DESC, b.id DESC LIMIT ?`,
    )
    .all(number, `${number}\uffff`, limit, sequence, limit, number, limit);
}
