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
  scannerHint: 'सिर्फ़ इस मशीन के लिए। स्कैन को टाइपिंग समझ लिया जाए तो धीमा स्कैनर चुनें।',
  gap: 'स्कैनर कितना तेज़ है',
  speeds: { fastest: 'बहुत तेज़', usual: 'आम', slower: 'थोड़ा धीमा', slow: 'धीमा', slowest: 'बहुत धीमा' },
  prefix: 'हर कोड से पहले का चिह्न',
  prefixHint: 'ख़ाली रखें। सिर्फ़ तब लिखें जब आपका स्कैनर पहले ~ जैसा चिह्न भेजता हो।',
  badPrefix: 'एक से चार चिह्न; पहला न अक्षर हो, न अंक।',
  test: 'स्कैनर आज़माएँ',
  testHint: 'यहाँ क्लिक करें और कोई कोड स्कैन करें।',
  seen: 'ठीक है: {{code}} स्कैन माना गया। ({{count}} अक्षर, सबसे लंबा ठहराव {{ms}} मि.से.)',
  missed: 'यह टाइपिंग जैसा लगा। ऊपर धीमा स्कैनर चुनें। ({{count}} अक्षर, सबसे लंबा ठहराव {{ms}} मि.से.)',
  sounds: 'आवाज़ें',
  soundsHint: 'सामान जुड़ने पर, न जुड़ने पर, और बिल पूरा होने पर।',
  soundsOn: 'यह काउंटर आवाज़ करता है',
};

export const rules: WordsOf<Counter['rules']> = {
  shift: 'पालियाँ',
  shiftHint: 'पाली गल्ले का नकद गिनकर शुरू होती है और गिनकर ख़त्म होती है।',
  requireShift: 'पाली खुली हो तभी बेचें',
  requireShiftHint: 'पाली न खुली हो तो काउंटर पहले पूछता है कि गल्ले में कितना है, और उधार का नकद नहीं लिया जाता।',
  blindCount: 'गल्ला गिनने तक हिसाब छिपाएँ',
  blindCountHint: 'कैशियर को गिनने के बाद ही दिखता है कि कितना होना चाहिए।',
  alone: 'बिना पूछे',
  aloneHint: 'इससे आगे मैनेजर या मालिक का पिन माँगा जाता है। मालिक की कोई सीमा नहीं।',
  cashierDiscount: 'कैशियर की छूट, ज़्यादा से ज़्यादा',
  managerDiscount: 'मैनेजर की छूट, ज़्यादा से ज़्यादा',
  cashierReturns: 'कैशियर बिना पूछे वापसी लेते हैं',
  dues: 'उधार',
  duesHint: 'किसी ग्राहक के अपने दिन भी हो सकते हैं।',
  creditDays: 'इतने दिन में देना है',
  days_one: '{{count}} दिन',
  days_other: '{{count}} दिन',
  lock: 'ताला',
  lockHint: 'ताला लगने पर खुला बिल रहता है और पिन माँगा जाता है।',
  lockAfter: 'इतनी देर कोई काम न हो तो ताला',
  never: 'कभी नहीं',
  minutes_one: '{{count}} मिनट',
  minutes_other: '{{count}} मिनट',
};
