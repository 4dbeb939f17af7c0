import type { en } from '../en';
import type { WordsOf } from '../types';

export const clock: WordsOf<(typeof en)['clock']> = {
  title: 'हाज़िरी लगाएँ',
  in: 'काम पर आए',
  out: 'काम से गए',
  since: '{{name}} {{time}} से काम पर हैं',
  away: '{{name}} अभी काम पर नहीं हैं',
  today: 'आज अब तक {{hours}} काम',
  hours: '{{h}} घंटे {{m}} मिनट',
  forgotten: '{{time}} को आना लिखा गया, जाना नहीं। मैनेजर इसे “कर्मचारी” में ठीक कर सकते हैं।',
  inInstead: 'फिर भी आना लिखें',
  outInstead: 'फिर भी जाना लिखें',
  instead: 'हो सकता है इस काउंटर तक ख़बर न पहुँची हो।',
  doneIn: '{{name}} {{time}} पर आए',
  doneOut: '{{name}} {{time}} पर गए',
  someone: 'कोई और',
  person: 'कौन',
  pin: 'उनका पिन',
  next: 'आगे',
};
