// Each of the hundred has a name of its own.
const belowHundred = [
  'शून्य एक दो तीन चार पाँच छह सात आठ नौ',
  'दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस',
  'बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस',
  'तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस',
  'चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास',
  'पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ',
  'साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर',
  'सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी',
  'अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी',
  'नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे',
]
  .join(' ')
  .split(' ');

const groups = [
  ['करोड़', 10_000_000],
  ['लाख', 100_000],
  ['हज़ार', 1_000],
  ['सौ', 100],
] as const;

/** A whole number in Hindi words; Hindi counts in lakh and crore. */
export function hindiNumber(value: number): string {
  const words: string[] = [];
  let rest = value;
  for (const [name, size] of groups) {
    const count = Math.trunc(rest / size);
    rest %= size;
    if (count > 0) words.push(`${count < 100 ? belowHundred[count] : hindiNumber(count)} ${name}`);
  }
  if (rest !== 0 || words.length === 0) words.push(belowHundred[rest] ?? '');
  return words.join(' ');
}
