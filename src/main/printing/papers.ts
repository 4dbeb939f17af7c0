import type {
  Bill,
  BillReturn,
  BillVoid,
  BlindReport,
  Customer,
  PaperKind,
  PaymentReceipt,
  ProductSummary,
  ShiftReport,
} from '@shared/contract';
import type { ReceiptDocument } from '@shared/paper';
import {
  billReceipt,
  type CashSlip,
  type Copy,
  cashSlip,
  paymentReceipt,
  type ReceiptSettings,
  returnReceipt,
  shiftPaper,
  voidSlip,
} from '@shared/receipt';

/** Where papers are read from: the shop's own documents as they are stored. Each throws AppError `not_found`. */
export interface Documents {
  readonly bill: (id: string) => Bill;
  readonly return: (id: string) => BillReturn;
  readonly void: (id: string) => BillVoid;
  /** As this person may see it: who counts blind is not told what the drawer should hold. */
  readonly shift: (id: string, staffId: string) => ShiftReport | BlindReport;
  readonly payment: (id: string) => PaymentReceipt;
  readonly cash: (id: string) => CashSlip;
  readonly customer: (id: string) => Customer;
  /** In the order of the ids, removed ones too; unknown ones are left out. */
  readonly products: (ids: readonly string[]) => readonly ProductSummary[];
}

/** The paper of a document. @throws AppError `not_found` */
export function paperOf(
  documents: Documents,
  settings: ReceiptSettings,
  kind: PaperKind,
  id: string,
  { copy, staffId }: { readonly copy: Copy; readonly staffId: string },
): ReceiptDocument {
  switch (kind) {
    case 'bill':
      return billReceipt(documents.bill(id), settings, copy);
    case 'return':
      return returnReceipt(documents.return(id), settings, copy);
    case 'void':
      return voidSlip(documents.void(id), settings, copy);
    case 'shift':
      return shiftPaper(documents.shift(id, staffId), settings, copy);
    case 'payment':
      return paymentReceipt(documents.payment(id), settings, copy);
    case 'cash':
      return cashSlip(documents.cash(id), settings, copy);
  }
}

/** What a list of jobs calls it. */
export function labelOf(documents: Documents, kind: PaperKind, id: string, staffId: string): string {
  switch (kind) {
    case 'bill':
      return documents.bill(id).number;
    case 'return':
      return documents.return(id).number;
    case 'void':
      return documents.void(id).billNumber;
    case 'shift':
      return shiftLabel(documents.shift(id, staffId));
    case 'payment':
      return documents.payment(id).customer.name;
    case 'cash':
      return documents.cash(id).reason;
  }
}

const shiftLabel = (report: ShiftReport | BlindReport): string =>
  report.state === 'blind' ? '' : (report.number ?? '');
