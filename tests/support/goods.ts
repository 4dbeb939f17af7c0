import { gs1CheckDigit } from '@shared/codes';

/** Words that shops name goods with, in the proportions of a real list: few brands, many kinds, more variants. */
const brands = ['Godavari', 'Himgiri', 'Kaveri', 'Annakoot', 'Surya', 'Gokul', 'Chandani', 'Ujwal', 'Reshmi', 'Sagar'];
const kinds = [
  ...['Basmati Rice', 'Toor Dal', 'Chakki Atta', 'Mustard Oil', 'Glucose Biscuits', 'Bathing Soap', 'Toothpaste'],
  ...['Washing Powder', 'Masala Noodles', 'Green Tea', 'Instant Coffee', 'Tomato Ketchup', 'Potato Chips', 'Shampoo'],
  ...['Notebook', 'Milk Chocolate', 'Corn Flakes', 'Mango Drink', 'Peanut Butter', 'Floor Cleaner', 'Hair Oil'],
  ...['मसूर दाल', 'चीनी', 'हल्दी पाउडर', 'लाल मिर्च', 'आलू भुजिया', 'अगरबत्ती', 'बेसन', 'सरसों तेल'],
];
const variants = ['Classic', 'Gold', 'Premium', 'Lite', 'Family', 'Fresh', 'Organic', 'Royal', 'Special', 'देसी'];
const sizes = ['50 g', '100 g', '200 g', '500 g', '1 kg', '5 kg', '250 ml', '1 L', '10 pcs', 'Jumbo'];

export interface Good {
  readonly name: string;
  readonly sku: string;
  readonly barcode: string;
  /** Minor units. */
  readonly price: number;
}

/** The n-th of any number of goods, counted from 1; the same every time, each with a name and codes of its own. */
export function good(number: number): Good {
  // Neighbours in the list share no words, as in a list that has grown over years.
  const mixed = Math.imul(number, 2_654_435_761) >>> 0;
  const pick = (words: readonly string[], shift: number) => words[(mixed >>> shift) % words.length] ?? '';
  const digits = `890${String(number).padStart(9, '0')}`;
  return {
    name: `${pick(brands, 3)} ${pick(kinds, 7)} ${pick(variants, 13)} ${pick(sizes, 19)} ${number}`,
    sku: `SKU-${String(number).padStart(7, '0')}`,
    barcode: `${digits}${gs1CheckDigit(digits)}`,
    price: 500 + (mixed % 99_500),
  };
}

/** What a cashier types for one of them: the words of the kind and of the variant, letter by letter. */
export function typingOf(number: number): string[] {
  const mixed = Math.imul(number, 2_654_435_761) >>> 0;
  const kind = kinds[(mixed >>> 7) % kinds.length] ?? '';
  const variant = variants[(mixed >>> 13) % variants.length] ?? '';
  const whole = `${kind} ${variant}`.toLowerCase();
  return Array.from({ length: whole.length - 1 }, (_, index) => whole.slice(0, index + 2));
}
