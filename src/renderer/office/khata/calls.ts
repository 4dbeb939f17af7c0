import type { CommandName, PartyKind, QueryName } from '@shared/contract';

/** Somebody with a khata, as its page needs them. */
export interface PartyOnPage {
  readonly kind: PartyKind;
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly gstin: string | null;
  readonly deleted: boolean;
}

/** What both khatas have, under the name that each has for it. */
export const khataCalls = {
  customer: {
    entries: 'customerKhata.entries',
    summary: 'customerKhata.summary',
    statement: 'customerKhata.statement',
    saveStatement: 'customerKhata.saveStatement',
    takeBack: 'customerKhata.takeBack',
    adjust: 'customerKhata.adjust',
  },
  supplier: {
    entries: 'supplierKhata.entries',
    summary: 'supplierKhata.summary',
    statement: 'supplierKhata.statement',
    saveStatement: 'supplierKhata.saveStatement',
    takeBack: 'supplierKhata.takeBack',
    adjust: 'supplierKhata.adjust',
  },
} as const satisfies Record<PartyKind, Record<string, QueryName | CommandName>>;
