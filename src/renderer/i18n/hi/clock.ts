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
  instead: { in: 'किसी और काउंटर पर जाना लिखा?', out: 'किसी और काउंटर पर आना लिखा?' },
  long: 'उसे {{hours}} हो गए। जाना लिखना भूल गए हों तो अभी आना लिखें: छूटा समय मैनेजर जोड़ सकते हैं।',
  outLong: '{{hours}} बाद जाना लिखें',
  doneIn: '{{name}} {{time}} पर आए',
  doneOut: '{{name}} {{time}} पर गए',
  someone: 'कोई और',
  person: 'कौन',
  pin: 'उनका पिन',
  next: 'आगे',
};
