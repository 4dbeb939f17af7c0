import type { en } from '../en';
import type { WordsOf } from '../types';

type Counter = (typeof en)['counter'];

export const actions: WordsOf<Counter['actions']> = {
  help: 'सहायता',
  actions: 'और काम',
  search: 'सामान खोजें',
  quantity: 'पंक्ति की मात्रा',
  discount: 'छूट',
  price: 'पंक्ति का दाम',
  customer: 'ग्राहक',
  hold: 'बिल रोककर रखें',
  recall: 'रोका हुआ बिल लाएँ',
  return: 'वापसी, अदला-बदली, दोबारा छापें',
  pay: 'भुगतान',
  note: 'पंक्ति पर नोट',
  billNote: 'बिल पर नोट',
  dues: 'उधार की वसूली',
  shift: 'पाली और गल्ला',
  drawer: 'गल्ला खोलें',
  papers: 'छपाई',
  print: 'रसीद छापें',
  palette: 'कुछ भी खोजें',
  clock: 'हाज़िरी लगाएँ',
  lock: 'काउंटर लॉक करें',
  back: 'पीछे',
  lines: 'ऊपर की, नीचे की पंक्ति',
  lineUp: 'ऊपर की पंक्ति',
  lineDown: 'नीचे की पंक्ति',
  pieces: 'पंक्ति में एक और, एक कम',
  more: 'पंक्ति में एक और',
  less: 'पंक्ति में एक कम',
  removeLine: 'पंक्ति हटाएँ',
  clear: 'बिल ख़ाली करें',
};

export const keyEditor: WordsOf<Counter['keyEditor']> = {
  open: 'कुंजियाँ बदलें',
  title: 'आपकी कुंजियाँ',
  about: 'इस काउंटर पर ये कुंजियाँ आपकी हैं। बटन दबाएँ, फिर नई कुंजी। Esc दबाने पर पहले जैसी रहती है।',
  press: 'कुंजी दबाएँ',
  set: '{{action}} अब {{key}} पर है।',
  taken: '{{key}} पर पहले से “{{action}}” है। दूसरी चुनें।',
  typing: '{{key}} लिखने के लिए है। F वाली कुंजी या Ctrl के साथ चुनें।',
  system: '{{key}} नहीं बदली जा सकती: हर स्क्रीन में वही काम आती है।',
  reset: 'सब कुंजियाँ पहले जैसी',
};

export const approval: WordsOf<Counter['approval']> = {
  title: 'इसकी अनुमति दें?',
  who: 'अनुमति कौन देगा',
  nobody: 'इस दुकान में कोई इसकी अनुमति नहीं दे सकता।',
  allow: 'अनुमति दें',
  wholeBill: 'पूरा बिल',
  order: 'ऑर्डर {{number}}',
  what: {
    discount: '{{rate}} की छूट: {{before}} की जगह {{after}}',
    price: '{{before}} की जगह {{amount}} का दाम',
    void: '{{amount}} का यह बिल रद्द करना',
    return: '{{amount}} का सामान वापस लेना',
    credit_limit: 'खाते में {{amount}} और, {{limit}} की सीमा से ऊपर',
    drawer: 'बिना बिक्री गल्ला खोलना',
    order_cancel: 'इसे रद्द करना, जिसका {{amount}} एडवांस मिला है',
  },
};

export const priceDialog: WordsOf<Counter['priceDialog']> = {
  title: '{{name}} का दाम',
  label: 'एक {{unit}} का दाम',
  list: 'रोज़ का दाम: {{price}}',
  set: 'दाम रखें',
  back: 'रोज़ का दाम रखें',
};

export const noteDialog: WordsOf<Counter['noteDialog']> = {
  line: '{{name}} पर नोट',
  bill: 'बिल पर नोट',
  label: 'रसीद पर छपता है। Enter से रखा जाता है।',
  set: 'नोट रखें',
};

export const hold: WordsOf<Counter['hold']> = {
  title: 'यह बिल रोककर रखें',
  name: 'नाम',
  hint: 'ताकि फिर मिल जाए।',
  usual: '{{time}} बजे',
  set: 'रोकें',
  done: '{{name}} रोककर रखा गया',
};

export const recall: WordsOf<Counter['recall']> = {
  takenAt: '{{terminal}} पर {{by}} इसे पहले ही उठा चुके हैं।',
  title: 'रोके हुए बिल',
  withOrders: 'रोके हुए बिल और ऑर्डर',
  first: 'खुला बिल पहले रोका जाएगा।',
  none: 'कोई बिल रुका नहीं है',
  noneText: 'ग्राहक कुछ भूल गया? {{key}} दबाकर खुला बिल रोक लें। दुकान के हर काउंटर पर वह यहीं मिलेगा।',
  at: '{{terminal}} पर',
  done: '{{name}} वापस आया',
  drop: '{{name}} हटाएँ',
  dropped: '{{name}} हटाया गया',
};

export const actionsDialog: WordsOf<Counter['actionsDialog']> = { title: 'और काम' };

export const drawer: WordsOf<Counter['drawer']> = {
  title: 'गल्ला खोलें',
  reason: 'क्यों',
  change: 'नोट के छुट्टे',
  check: 'गल्ला देखना',
  mistake: 'छुट्टे ग़लत दिए',
  open: 'खोलें',
  done: 'गल्ला खोला गया। यह दर्ज हो गया है।',
};

export const dues: WordsOf<Counter['dues']> = {
  title: 'उधार की वसूली',
  other: 'कोई और',
  list: 'क्या लेना है',
  opening: 'पहले का',
  until: '{{day}} तक',
  amount: 'मिली रकम',
  note: 'टिप्पणी',
  receive: '{{amount}} लें',
  advance: '{{name}} से इतना लेना नहीं है; बचा हुआ दुकान में जमा रहेगा।',
  from: '{{name}} से मिला',
  stillDue: 'अब भी {{amount}} लेना है',
  nothingDue: 'अब कुछ लेना नहीं है',
};

export const exchange: WordsOf<Counter['exchange']> = {
  title: 'वापसी: {{number}}',
  credit: 'वापसी',
  drop: 'अदला-बदली नहीं',
  note: 'क्रेडिट नोट',
};
