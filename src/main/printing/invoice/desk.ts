import { writeFile } from 'node:fs/promises';
import type { HandlerInput } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { createWriter } from '@shared/receipt';
import type { Store } from '../../store';
import type { Documents } from '../papers';
import type { PagePort, PdfPaper } from '../ports';
import { type Invoice, invoicePage } from './page';
import { mailLink, messengerLink } from './share';

export interface InvoicePorts {
  readonly pages: PagePort;
  /** Asks the person where to; null when they would rather not. */
  readonly chooseInvoiceFile: (suggestion: string) => Promise<string | null>;
  /** @throws AppError `bad_value` */
  readonly openExternal: (url: string) => Promise<void>;
}

export interface InvoiceDesk {
  save(input: HandlerInput<'printing.savePdf'>): Promise<{ file: string | null }>;
  share(input: HandlerInput<'printing.share'>): Promise<{ file: string | null }>;
}

interface Deps {
  readonly store: Pick<Store, 'isSandbox'>;
  readonly documents: Documents;
  readonly settings: () => Row<'business_settings'>;
}

/** Invoices as PDF: made from the stored bill, written where the person says. */
export function createInvoiceDesk(
  { documents, settings, store }: Deps,
  { pages, chooseInvoiceFile, openExternal }: InvoicePorts,
): InvoiceDesk {
  const read = (id: string, paper: PdfPaper, copies: number): Invoice => {
    const bill = documents.bill(id);
    const buyer = bill.customer && documents.customer(bill.customer.id);
    return { bill, buyer, settings: settings(), paper, copies, isTraining: store.isSandbox };
  };

  /** @throws AppError `file_not_written` */
  const write = async (invoice: Invoice): Promise<string | null> => {
    const file = await chooseInvoiceFile(`${invoice.bill.number.replaceAll('/', '-')}.pdf`);
    if (file === null) return null;
    const pdf = await pages.pdf(invoicePage(invoice), invoice.paper);
    try {
      await writeFile(file, pdf);
    } catch (cause) {
      throw new AppError('file_not_written', 'The file could not be written', { file }, { cause });
    }
    return file;
  };

  return {
    save: async ({ id, paper, copies }) => ({ file: await write(read(id, paper, copies)) }),
    async share({ billId, by }) {
      if (store.isSandbox) throw new AppError('not_in_training', 'Nothing of training is sent to anybody');
      const invoice = read(billId, 'A4', 1);
      const file = await write(invoice);
      if (file === null) return { file };
      const { money } = createWriter(invoice.settings, invoice.bill.currency);
      const facts = { shop: invoice.settings.name, number: invoice.bill.number, total: money(invoice.bill.total) };
      const { language, country } = invoice.settings;
      const link =
        by === 'mail'
          ? mailLink(invoice.buyer?.email ?? null, facts, language)
          : messengerLink(invoice.buyer?.phone ?? null, country, facts, language);
      await openExternal(link);
      return { file };
    },
  };
}
