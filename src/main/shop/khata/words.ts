import type { KhataKind, Language } from '@shared/entities';

interface KhataWords {
  readonly statement: string;
  readonly from: string;
  readonly to: string;
  readonly phone: string;
  readonly gstin: string;
  readonly date: string;
  readonly what: string;
  readonly debit: string;
  readonly credit: string;
  readonly balance: string;
  readonly opening: string;
  readonly closing: string;
  readonly sums: string;
  readonly debitSign: string;
  readonly creditSign: string;
  /** Until today, where the period has no end. */
  readonly beginning: string;
  readonly kinds: Readonly<Record<KhataKind, string>>;
  /** Of a purchase, what is void of a bill. */
  readonly reversed: string;
  /** Who owes whom in the end: by whose khata it is. */
  readonly customerOwes: string;
  readonly shopOwes: string;
  readonly settled: string;
  readonly ageing: string;
  readonly ages: readonly [string, string, string, string, string];
  readonly training: string;
  readonly share: { readonly subject: string; readonly text: string };
  readonly reminder: {
    readonly subject: string;
    readonly text: string;
    readonly textBy: string;
    readonly textSince: string;
    readonly upi: string;
    readonly thanks: string;
  };
}

/** What papers and messages of a khata say. */
export const khataWords: Readonly<Record<Language, KhataWords>> = {
  en: {
    statement: 'Statement of account',
    from: 'From',
    to: 'For',
    phone: 'Phone',
    gstin: 'GSTIN',
    date: 'Date',
    what: 'Particulars',
    debit: 'Debit',
    credit: 'Credit',
    balance: 'Balance',
    opening: 'Opening balance',
    closing: 'Closing balance',
    sums: 'Total',
    debitSign: 'Dr',
    creditSign: 'Cr',
    beginning: 'Since the beginning',
    kinds: {
      bill: 'Bill',
      payment: 'Payment',
      payment_back: 'Payment reversed',
      credit_note: 'Credit note',
      void: 'Void',
      purchase: 'Purchase',
      adjustment: 'Correction',
    },
    reversed: 'Reversed',
    customerOwes: '{name} is to pay {amount} to {shop}.',
    shopOwes: '{shop} is to pay {amount} to {name}.',
    settled: 'Nothing is due.',
    ageing: 'How old it is',
    ages: ['Not due yet', '1–30 days late', '31–60 days late', '61–90 days late', 'Over 90 days late'],
    training: 'TRAINING: NOT A REAL STATEMENT',
    share: {
      subject: 'Statement of account from {shop}',
      text: 'Statement of account of {name} at {shop}: closing balance {amount}. The statement is attached as a PDF.',
    },
    reminder: {
      subject: 'A reminder from {shop}',
      text: 'Dear {name}, your balance at {shop} is {amount}.',
      textBy: 'Dear {name}, your balance at {shop} is {amount}; the first part is due by {day}.',
      textSince: 'Dear {name}, your balance at {shop} is {amount}; the oldest part was due on {day}.',
      upi: 'UPI: {upi}.',
      thanks: 'Thank you!',
    },
  },
  hi: {
    statement: 'खाते का विवरण',
    from: 'दुकान',
    to: 'किसका',
    phone: 'फ़ोन',
    gstin: 'GSTIN',
    date: 'तारीख़',
    what: 'विवरण',
    debit: 'नामे',
    credit: 'जमा',
    balance: 'बाक़ी',
    opening: 'शुरुआती बाक़ी',
    closing: 'अंतिम बाक़ी',
    sums: 'कुल',
    debitSign: 'नामे',
    creditSign: 'जमा',
    beginning: 'शुरू से',
    kinds: {
      bill: 'बिल',
      payment: 'भुगतान',
      payment_back: 'भुगतान उलटा गया',
      credit_note: 'क्रेडिट नोट',
      void: 'रद्द',
      purchase: 'ख़रीद',
      adjustment: 'सुधार',
    },
    reversed: 'उलट दी गई',
    customerOwes: '{name} को {shop} को {amount} देने हैं।',
    shopOwes: '{shop} को {name} को {amount} देने हैं।',
    settled: 'कुछ बाक़ी नहीं है।',
    ageing: 'कितना पुराना है',
    ages: ['अभी देय नहीं', '1–30 दिन देर', '31–60 दिन देर', '61–90 दिन देर', '90 दिन से ज़्यादा देर'],
    training: 'अभ्यास: असली विवरण नहीं',
    share: {
      subject: '{shop} से खाते का विवरण',
      text: '{shop} में {name} का खाता: अंतिम बाक़ी {amount}। विवरण PDF में साथ है।',
    },
    reminder: {
      subject: '{shop} से याद दिलाने के लिए',
      text: 'नमस्ते {name}, {shop} में आपके {amount} बाक़ी हैं।',
      textBy: 'नमस्ते {name}, {shop} में आपके {amount} बाक़ी हैं; पहला {day} तक देना है।',
      textSince: 'नमस्ते {name}, {shop} में आपके {amount} बाक़ी हैं; सबसे पुराना {day} तक देना था।',
      upi: 'UPI: {upi}.',
      thanks: 'धन्यवाद!',
    },
  },
};
