import type { Language } from '@shared/entities';

/** What the desktop says outside the window: menus, system dialogs, notifications, the crash page. */
export interface Words {
  readonly edit: string;
  readonly view: string;
  readonly help: string;
  readonly saveDiagnostics: string;
  readonly about: string;
  readonly quit: string;
  readonly chooseImport: string;
  readonly tables: string;
  readonly restartedTitle: string;
  readonly restarted: string;
  readonly continueWork: string;
  readonly givingUpTitle: string;
  readonly givingUp: string;
  readonly crashedTitle: string;
  readonly crashed: string;
  readonly lowStockTitle: string;
  /** `stock` with its unit. */
  readonly lowStock: (product: string, stock: string) => string;
  readonly oversoldTitle: string;
  readonly oversold: (product: string, stock: string) => string;
  readonly manyTitle: (count: number) => string;
  /** The first names, and that there are more. */
  readonly many: (names: string) => string;
}

const en: Words = {
  edit: 'Edit',
  view: 'View',
  help: 'Help',
  saveDiagnostics: 'Save diagnostics…',
  about: 'About Galla',
  quit: 'Quit',
  chooseImport: 'Choose a file of products',
  tables: 'Tables (CSV, Excel)',
  restartedTitle: 'Galla had to start again',
  restarted: 'Every completed bill is saved, and the open bill is as you left it.',
  continueWork: 'Continue',
  givingUpTitle: 'Galla cannot keep running',
  givingUp:
    'Galla ended unexpectedly several times. Every completed bill is saved, and so is the open one. ' +
    'Restart the computer and start Galla again.',
  crashedTitle: 'Galla had a problem with this window',
  crashed: 'Your bill is safe. Everything you completed is saved.',
  lowStockTitle: 'Low stock',
  lowStock: (product, stock) => `${product}: ${stock} left`,
  oversoldTitle: 'Sold more than there was',
  oversold: (product, stock) => `${product}: stock is ${stock}`,
  manyTitle: (count) => `${count} products need attention`,
  many: (names) => `${names} and more`,
};

const hi: Words = {
  edit: 'संपादन',
  view: 'दृश्य',
  help: 'सहायता',
  saveDiagnostics: 'जाँच की जानकारी सहेजें…',
  about: 'गल्ला के बारे में',
  quit: 'बंद करें',
  chooseImport: 'उत्पादों की फ़ाइल चुनें',
  tables: 'तालिकाएँ (CSV, Excel)',
  restartedTitle: 'गल्ला को दोबारा शुरू होना पड़ा',
  restarted: 'पूरे हुए सभी बिल सुरक्षित हैं, और खुला बिल वैसा ही है जैसा आपने छोड़ा था।',
  continueWork: 'आगे बढ़ें',
  givingUpTitle: 'गल्ला चल नहीं पा रहा है',
  givingUp: 'गल्ला कई बार अचानक बंद हुआ। पूरे हुए सभी बिल और खुला बिल सुरक्षित हैं। ' + 'कंप्यूटर दोबारा शुरू करें और फिर गल्ला खोलें।',
  crashedTitle: 'इस विंडो में गल्ला को दिक़्क़त आई',
  crashed: 'आपका बिल सुरक्षित है। जो पूरा हुआ वह सब सहेजा हुआ है।',
  lowStockTitle: 'स्टॉक कम है',
  lowStock: (product, stock) => `${product}: ${stock} बचा है`,
  oversoldTitle: 'स्टॉक से ज़्यादा बिका',
  oversold: (product, stock) => `${product}: स्टॉक ${stock} है`,
  manyTitle: (count) => `${count} उत्पादों पर ध्यान दें`,
  many: (names) => `${names} और अन्य`,
};

export const wordsOf: Readonly<Record<Language, Words>> = { en, hi };

/** Before there is a shop: the system's language, if we speak it. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('hi') ? 'hi' : 'en';
}
