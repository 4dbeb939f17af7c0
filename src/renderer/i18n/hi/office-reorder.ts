import type { en } from '../en';
import type { WordsOf } from '../types';

export const reorder: WordsOf<(typeof en)['office']['reorder']> = {
  title: 'मँगाने की सूची',
  none: 'कुछ मँगाना नहीं है',
  noneHint: 'जिस सामान का मँगाने का स्तर है, वह उस स्तर पर आते ही यहाँ दिखता है।',
  unknown: 'कोई सप्लायर नहीं',
  include: 'ऑर्डर में रखें',
  quantity: 'मँगाना है',
  orderNamed: '{{name}} मँगाएँ',
  quantityNamed: 'मात्रा: {{name}}',
  missingQuantity: 'कितने?',
  sold: '30 दिन में बिका',
  inDrafts: 'ड्राफ़्ट में',
  copy: 'ऑर्डर कॉपी करें',
  copied: 'ऑर्डर कॉपी हो गया',
  message: 'WhatsApp पर भेजें',
  tooLong: 'ऑर्डर लिंक के लिए बहुत लंबा है। वह कॉपी हो गया: संदेश में चिपकाएँ।',
  make_one: '{{count}} सामान की ख़रीद बनाएँ',
  make_other: '{{count}} सामान की ख़रीद बनाएँ',
  more_one: 'इस सप्लायर से {{count}} और। इनका ऑर्डर हो जाने पर दिखेगा।',
  more_other: 'इस सप्लायर से {{count}} और। इनका ऑर्डर हो जाने पर दिखेंगे।',
};
