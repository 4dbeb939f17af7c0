import type { AlertKind, Language } from '@shared/entities';
import type { UnitCode } from '@shared/money';

/** What the desktop says outside the window: menus, system dialogs, notifications, the crash page. */
export interface Words {
  readonly edit: string;
  readonly view: string;
  readonly help: string;
  readonly saveDiagnostics: string;
  readonly about: string;
  readonly quit: string;
  readonly chooseImport: string;
  readonly saveInvoice: string;
  readonly saveLabels: string;
  readonly saveReport: string;
  readonly tables: string;
  readonly restartedTitle: string;
  readonly restarted: string;
  readonly continueWork: string;
  readonly givingUpTitle: string;
  readonly givingUp: string;
  readonly notSavedTitle: string;
  readonly notSaved: string;
  readonly crashedTitle: string;
  readonly crashed: string;
  /** For one product that crossed a threshold. */
  readonly noticeTitle: Readonly<Record<AlertKind, string>>;
  /** For several at once. */
  readonly noticeCount: Readonly<Record<AlertKind, (count: number) => string>>;
  /** `stock` comes with its unit. */
  readonly noticeLine: Readonly<Record<AlertKind, (product: string, stock: string) => string>>;
  readonly newOrder: string;
  readonly newOrders: (count: number) => string;
  readonly noticeMore: (count: number) => string;
  /** A unit's code as people write it. */
  readonly unit: (code: UnitCode) => string;
}

const shortUnits: Partial<Record<UnitCode, string>> = { PCS: 'pcs', KG: 'kg', G: 'g', L: 'l', ML: 'ml', M: 'm' };
const shortUnitsHindi: Partial<Record<UnitCode, string>> = { PCS: 'नग', KG: 'किलो', G: 'ग्राम', L: 'लीटर', M: 'मीटर' };

const en: Words = {
  edit: 'Edit',
  view: 'View',
  help: 'Help',
  saveDiagnostics: 'Save a support file…',
  about: 'About Galla',
  quit: 'Quit',
  chooseImport: 'Choose a file of products',
  saveInvoice: 'Save the invoice',
  saveLabels: 'Save the labels',
  saveReport: 'Save the report',
  tables: 'Tables (CSV, Excel)',
  restartedTitle: 'Galla had to start again',
  restarted: 'Every completed bill is saved, and the open bill is as you left it.',
  continueWork: 'Continue',
  givingUpTitle: 'Galla cannot keep running',
  givingUp:
    'Galla ended unexpectedly several times. Every completed bill is saved, and so is the open one. ' +
    'Restart the computer and start Galla again.',
  notSavedTitle: 'The support file could not be saved',
  notSaved: 'The disk may be full or write-protected. Choose another place and try again.',
  crashedTitle: 'Galla had a problem with this window',
  crashed: 'Your bill is safe. Everything you completed is saved.',
  noticeTitle: { low_stock: 'Low stock', out_of_stock: 'Out of stock', oversold: 'Oversold' },
  noticeCount: {
    low_stock: (count) => `${count} products are low`,
    out_of_stock: (count) => `${count} products are out of stock`,
    oversold: (count) => `${count} products were oversold`,
  },
  noticeLine: {
    low_stock: (product, stock) => `${product}: ${stock} left`,
    out_of_stock: (product) => product,
    oversold: (product, stock) => `${product}: stock is ${stock}`,
  },
  newOrder: 'New order',
  newOrders: (count) => `${count} new orders`,
  noticeMore: (count) => `and ${count} more`,
  unit: (code) => shortUnits[code] ?? code.toLowerCase(),
};

const hi: Words = {
  edit: 'संपादन',
  view: 'दृश्य',
  help: 'सहायता',
  saveDiagnostics: 'मदद की फ़ाइल सहेजें…',
  about: 'Galla के बारे में',
  quit: 'बंद करें',
  chooseImport: 'सामान की फ़ाइल चुनें',
  saveInvoice: 'चालान सहेजें',
  saveLabels: 'लेबल सहेजें',
  saveReport: 'रिपोर्ट सहेजें',
  tables: 'तालिकाएँ (CSV, Excel)',
  restartedTitle: 'Galla को दोबारा शुरू होना पड़ा',
  restarted: 'पूरे हुए सभी बिल सुरक्षित हैं, और खुला बिल वैसा ही है जैसा आपने छोड़ा था।',
  continueWork: 'आगे बढ़ें',
  givingUpTitle: 'Galla चल नहीं पा रहा है',
  givingUp: 'Galla कई बार अचानक बंद हुआ। पूरे हुए सभी बिल और खुला बिल सुरक्षित हैं। ' + 'कंप्यूटर दोबारा शुरू करें और फिर Galla खोलें।',
  notSavedTitle: 'मदद की फ़ाइल सहेजी नहीं जा सकी',
  notSaved: 'डिस्क भरी हुई या लिखने से बंद हो सकती है। दूसरी जगह चुनें और फिर कोशिश करें।',
  crashedTitle: 'इस विंडो में Galla को दिक़्क़त आई',
  crashed: 'आपका बिल सुरक्षित है। जो पूरा हुआ वह सब सहेजा हुआ है।',
  noticeTitle: { low_stock: 'स्टॉक कम है', out_of_stock: 'स्टॉक ख़त्म', oversold: 'ज़्यादा बिका' },
  noticeCount: {
    low_stock: (count) => `${count} सामान कम बचे हैं`,
    out_of_stock: (count) => `${count} सामान ख़त्म हो गए`,
    oversold: (count) => `${count} सामान स्टॉक से ज़्यादा बिके`,
  },
  noticeLine: {
    low_stock: (product, stock) => `${product}: ${stock} बचा है`,
    out_of_stock: (product) => product,
    oversold: (product, stock) => `${product}: स्टॉक ${stock} है`,
  },
  newOrder: 'नया ऑर्डर',
  newOrders: (count) => `${count} नए ऑर्डर`,
  noticeMore: (count) => `और ${count} अन्य`,
  unit: (code) => shortUnitsHindi[code] ?? shortUnits[code] ?? code.toLowerCase(),
};

export const wordsOf: Readonly<Record<Language, Words>> = { en, hi };

/** Before there is a shop: the system's language, if we speak it. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('hi') ? 'hi' : 'en';
}
