import type { CallOutput, HandlerInput, SignedIn } from '@shared/contract';
import type { Printing, PrintingCall } from './printing';

/** Who is at the till is asked of the caller, so that this room does not know the session. */
type Who<Context> = (context: Context) => SignedIn;

export type PrintingHandlers<Context> = {
  readonly [N in PrintingCall]: (input: HandlerInput<N>, context: Context) => CallOutput<N> | Promise<CallOutput<N>>;
};

export function printingHandlers<Context>(printing: Printing, who: Who<Context>): PrintingHandlers<Context> {
  return {
    'printing.printers': () => printing.printers(),
    'printing.savePrinter': (input) => printing.save(input),
    'printing.removePrinter': ({ id }) => printing.remove(id),
    'printing.systemQueues': () => printing.systemQueues(),
    'printing.test': ({ id }, context) => printing.test(who(context), id),
    'printing.status': () => printing.status(),
    'printing.jobs': ({ limit }) => printing.jobs(limit),
    'printing.retry': ({ id }) => printing.retry(id),
    'printing.dismiss': ({ id }) => printing.dismiss(id),
    'printing.print': (input, context) => printing.print(who(context), input),
    'printing.receipt': (input, context) => printing.receipt(who(context), input),
    'printing.savePdf': (input) => printing.invoices.save(input),
    'printing.share': (input) => printing.invoices.share(input),
    'printing.paper': ({ printerId }) => printing.paper(printerId),
    'printing.simulate': (input) => printing.simulate(input),
    'labels.products': (input) => printing.labels.products(input),
    'labels.preview': (input) => printing.labels.preview(input),
    'labels.savePdf': (input) => printing.labels.savePdf(input),
    'labels.saveZpl': (input) => printing.labels.saveZpl(input),
    'labels.print': (input, context) => printing.printLabels(who(context), input),
  };
}
