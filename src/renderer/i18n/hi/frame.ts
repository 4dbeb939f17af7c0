import type { en } from '../en';
import type { WordsOf } from '../types';

export const frame: WordsOf<(typeof en)['frame']> = {
  nav: {
    label: 'मुख्य',
    counter: 'काउंटर',
    bills: 'बिल',
    shifts: 'पालियाँ',
    products: 'सामान',
    import: 'फ़ाइल से लाएँ',
    customers: 'ग्राहक',
    alerts: 'सूचनाएँ',
    attention: 'ध्यान दें',
    terminals: 'सब काउंटर',
    connection: 'कनेक्शन',
    staff: 'कर्मचारी',
    settings: 'सेटिंग',
  },
  skip: 'सीधे पन्ने पर जाएँ',
  alerts_one: '{{count}} खुली सूचना',
  alerts_other: '{{count}} खुली सूचनाएँ',
  noAlerts: 'कोई खुली सूचना नहीं',
  menu: '{{name}} का मेनू',
  signOut: 'साइन आउट',
  appearance: 'रूप',
  light: 'उजला',
  dark: 'गहरा',
  auto: 'सिस्टम जैसा',
  saveDiagnostics: 'निदान सहेजें',
  diagnosticsSaved: 'निदान सहेजा गया: {{file}}',
  version: 'गल्ला {{version}}',
  crash: {
    title: 'यह स्क्रीन रुक गई',
    what: 'खिड़की में कुछ गड़बड़ हुई। आपकी दुकान सुरक्षित है: हर बिल डिस्क पर है, और खुला बिल भी रखा हुआ है।',
    reference: 'लॉग के लिए संदर्भ: {{id}}',
    again: 'स्क्रीन फिर खोलें',
  },
};
