import type { palette as english } from '../palette';
import type { WordsOf } from '../types';

export const palette: WordsOf<typeof english> = {
  title: 'कुछ भी खोजें',
  field: 'कोई पन्ना, कोई काम, सामान, ग्राहक या बिल नंबर',
  results: 'मिला',
  groups: {
    recent: 'पिछली बार',
    actions: 'काम',
    pages: 'पन्ने',
    found: 'पन्ने और काम',
    products: 'सामान',
    customers: 'ग्राहक',
    suppliers: 'सप्लायर',
    bills: 'बिल',
  },
  also: {
    counter: 'बिक्री बेचें बिल',
    dashboard: 'डैशबोर्ड',
    customers: 'खाता उधार बाक़ी',
    stock: 'माल भंडार',
    shifts: 'शिफ़्ट हिसाब',
    taxes: 'जीएसटी',
    khata: 'उधार बाक़ी',
    printers: 'रसीद प्रिंटर',
    about: 'संस्करण मदद',
    till: 'स्कैनर ग्राहक की स्क्रीन',
    counterRules: 'अनुमति छूट ताला',
    signOut: 'लॉग आउट ताला',
    shift: 'शिफ़्ट दिन बंद',
    keys: 'शॉर्टकट मदद',
    terminals: 'नेटवर्क काउंटर जोड़ें',
    import: 'एक्सेल फ़ाइल',
  },
  keys: '↑ ↓ चुनें, Enter खोले, Esc बंद करे',
  none: '“{{text}}” नाम का कुछ नहीं',
  noneHint: 'पन्ना अपने नाम से मिलता है, हिंदी या अंग्रेज़ी में; सामान नाम, ब्रांड या कोड से; ग्राहक नाम या फ़ोन से; बिल अपने नंबर से।',
};
