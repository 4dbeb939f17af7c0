import type { en } from '../en';
import type { WordsOf } from '../types';

type Counter = (typeof en)['counter'];

export const print: WordsOf<Counter['print']> = {
  printer: 'प्रिंटर',
  chip: '{{printer}}: {{text}}',
  none: 'कोई प्रिंटर नहीं',
  ready: 'तैयार',
  waiting_one: '{{count}} छपाई बाक़ी',
  waiting_other: '{{count}} छपाइयाँ बाक़ी',
  attention_one: '{{count}} छपाई जाँचें',
  attention_other: '{{count}} छपाइयाँ जाँचें',
  now: 'छापें',
  tryNow: 'अभी छापें',
  queued: '{{printer}} पर जा रहा है',
  queuedDuplicate: '{{printer}} पर जा रही है, “दूसरी प्रति” लिखकर',
};

export const device: WordsOf<Counter['device']> = {
  scanner: 'इस काउंटर का स्कैनर',
  scannerHint: 'इसी मशीन पर रहता है। स्कैनर अपनी तेज़ी से पहचाना जाता है।',
  gap: 'दो अक्षरों के बीच सबसे लंबा ठहराव',
  gapOf: '{{ms}} मि.से.',
  prefix: 'स्कैनर हर कोड से पहले भेजता है',
  prefixHint: 'ख़ाली रखें, जब तक आपका स्कैनर पहले ~ जैसा कुछ न भेजता हो।',
  badPrefix: 'एक से चार चिह्न; पहला न अक्षर हो, न अंक।',
  test: 'स्कैनर आज़माएँ',
  testHint: 'यहाँ क्लिक करें और कोई कोड स्कैन करें।',
  seen: '{{code}}: {{count}} अक्षर, सबसे लंबा ठहराव {{ms}} मि.से.। स्कैन पहचाना गया।',
  missed: '{{count}} अक्षर, सबसे लंबा ठहराव {{ms}} मि.से.। यह टाइपिंग लगता है: लंबा ठहराव चुनें।',
  sounds: 'आवाज़ें',
  soundsHint: 'जो जुड़ा, जो नहीं माना गया, और जो बिल पूरा हुआ, उसके लिए।',
  soundsOn: 'यह काउंटर आवाज़ करता है',
};

export const rules: WordsOf<Counter['rules']> = {
  shift: 'पालियाँ',
  shiftHint: 'एक पाली यानी एक गल्ला, शुरुआती रकम से गिनती तक।',
  requireShift: 'सिर्फ़ खुली पाली में बेचें',
  requireShiftHint: 'पाली न हो तो काउंटर पहले शुरुआती रकम पूछता है, और दफ़्तर उधार के लिए नकद नहीं लेता।',
  blindCount: 'बिना बताए गिनें',
  blindCountHint: 'कैशियर को गिनने के बाद ही बताया जाता है कि कितना होना चाहिए।',
  alone: 'बिना पूछे',
  aloneHint: 'इससे आगे मैनेजर या मालिक का PIN माँगा जाता है। मालिक की कोई सीमा नहीं।',
  cashierDiscount: 'कैशियर की छूट, ज़्यादा से ज़्यादा',
  managerDiscount: 'मैनेजर की छूट, ज़्यादा से ज़्यादा',
  cashierReturns: 'कैशियर बिना पूछे वापसी लेते हैं',
  dues: 'उधार',
  duesHint: 'किसी ग्राहक के अपने दिन भी हो सकते हैं।',
  creditDays: 'इतने दिन में देना है',
  days_one: '{{count}} दिन',
  days_other: '{{count}} दिन',
  lock: 'ताला',
  lockHint: 'ताला लगने पर खुला बिल रहता है और PIN माँगा जाता है।',
  lockAfter: 'इतनी देर न छूने पर ताला',
  never: 'कभी नहीं',
  minutes_one: '{{count}} मिनट',
  minutes_other: '{{count}} मिनट',
};
