import type { en } from '../en';
import type { WordsOf } from '../types';

export const display: WordsOf<(typeof en)['display']> = {
  customer: {
    title: 'ग्राहक स्क्रीन',
    welcome: 'आपका स्वागत है',
    lines: 'चीज़ें: {{count}}',
    last: 'अभी जोड़ा गया',
    total: 'कुल',
    saved: 'आपकी बचत {{amount}}',
    savedInAll: 'कुल बचत {{amount}}',
    tax: 'कर {{amount}}',
    credit: 'लौटाया सामान {{amount}}',
    advance: 'एडवांस {{amount}}',
    giveBack: 'आपको वापस',
    toPay: 'देना है',
    left: 'बाकी देना है',
    received: 'मिला {{amount}}',
    scan: 'किसी भी UPI ऐप से स्कैन करें',
    scanPart: 'किसी भी UPI ऐप से स्कैन करें: {{amount}}',
    code: '{{amount}} का UPI कोड',
    change: 'आपके बाकी पैसे',
    thanks: 'धन्यवाद!',
    billTotal: 'कुल {{amount}}',
    paid: 'दिया {{amount}}',
    due: 'बाद में देना है {{amount}}',
  },
  settings: {
    section: 'ग्राहक स्क्रीन',
    note: 'ख़रीदार के लिए दूसरी स्क्रीन: बनता हुआ बिल, UPI कोड, बाकी पैसे। यह इसी मशीन पर रहता है।',
    on: 'ग्राहक को उसका बिल दिखाएँ',
    message: 'जब कुछ नहीं बिक रहा हो',
    messageHint: 'दुकान के नाम के नीचे। लोगो वही है जो रसीद पर है।',
    place: {
      off: 'बंद।',
      screen: 'दूसरी स्क्रीन पर।',
      window: 'एक ही स्क्रीन है: आज़माने के लिए खिड़की में दिखाया गया है। दूसरी स्क्रीन लगते ही उस पर चला जाएगा।',
      closed: 'इसे बंद कर दिया गया।',
      failed: 'यह कई बार रुक गई और बंद कर दी गई। बिक्री पर कोई असर नहीं।',
    },
    again: 'फिर से दिखाएँ',
  },
};
