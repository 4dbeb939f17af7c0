import type { en } from '../en';
import type { WordsOf } from '../types';

export const printing: WordsOf<(typeof en)['printing']> = {
  trouble: {
    paper_out: 'काग़ज़ ख़त्म',
    cover_open: 'ढक्कन खुला है',
    offline: 'प्रिंटर ऑफ़लाइन है',
    printer_error: 'प्रिंटर में ख़राबी है',
    refused: 'प्रिंटर जुड़ने नहीं दे रहा',
    unreachable: 'प्रिंटर तक पहुँच नहीं हो रही',
    no_answer: 'प्रिंटर जवाब नहीं दे रहा',
    nonsense: 'प्रिंटर का जवाब समझ नहीं आया: उसका प्रकार जाँचें',
    broke_off: 'जुड़ाव टूट गया',
    restarted: 'छपते समय Galla बंद हो गया',
    busy_device: 'प्रिंटर किसी और प्रोग्राम के पास है',
    no_device: 'यहाँ कोई प्रिंटर नहीं है',
    not_allowed: 'Galla को इस प्रिंटर पर लिखने की अनुमति नहीं',
    no_queue: 'इस कंप्यूटर के प्रिंटर ने नहीं लिया',
    cannot_write: 'फ़ाइल लिखी नहीं जा सकी',
    cannot_draw: 'रसीद बनाई नहीं जा सकी',
    too_old: 'समय पर नहीं छपा',
    no_document: 'जो छपना था वह अब नहीं है',
    dismissed: 'अलग रखा गया',
  },
};
