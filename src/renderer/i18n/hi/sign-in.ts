import type { en } from '../en';
import type { WordsOf } from '../types';

export const signIn: WordsOf<(typeof en)['signIn']> = {
  title: 'काउंटर पर कौन है?',
  pin: '{{name}} का पिन',
  pinHint: 'अपना पिन डालें',
  other: 'कोई और',
  enter: 'साइन इन करें',
  delete: 'आख़िरी अंक मिटाएँ',
  wrong: 'पिन ग़लत है। फिर कोशिश करें।',
  locked: 'कई बार ग़लत पिन डाला गया। {{time}} बाद फिर कोशिश करें।',
  nobody: 'कोई साइन इन नहीं कर सकता',
  nobodyText: 'इस दुकान में कोई सक्रिय व्यक्ति नहीं है।',
};
