import type { ChargedTaxKind, Place, RoundingMethod, TaxKind, TaxRegime } from '../entities';
import type { CurrencyCode, FineMoney, Money, Quantity, Rate } from '../money';

/** One entry of a line's list of taxes, as the tax class has it on the day of the bill. */
export interface Tax {
  /** `gst` is the combined rate; it becomes CGST + SGST or IGST by the place of supply. */
  readonly kind: TaxKind;
  readonly rate: Rate;
  /** Added for every unit of quantity, beside the rate: a cess of ₹1.591 a stick. */
  readonly perUnit: FineMoney;
  /** Stands on the taxable value and all components before it in the list. */
  readonly compound: boolean;
}

/** Percent of the amount it is taken from, rounded once; or an amount. */
export type Discount = { readonly percent: Rate } | { readonly amount: Money };

export interface BillSettings {
  readonly currency: CurrencyCode;
  readonly regime: TaxRegime;
  /** Prices on the shelf include all taxes of the line (MRP). */
  readonly pricesIncludeTax: boolean;
  /** Place of supply against the shop's state; only GST asks. */
  readonly place: Place;
  readonly rounding: RoundingMethod;
  /** Unit to which the total is rounded; 0 is off. */
  readonly roundOff: Money;
  /** Unit of the smallest coin; 0 is off. Changes what is handed over in cash, never the total or the tax. */
  readonly cashRounding: Money;
}

export interface BillLine {
  /** Above zero. */
  readonly quantity: Quantity;
  readonly unitPrice: Money;
  readonly discount?: Discount | undefined;
  readonly taxes: readonly Tax[];
  readonly hsn?: string | undefined;
  readonly unit?: string | undefined;
  /** Packing, freight: a line like any other, summed apart. */
  readonly charge?: boolean | undefined;
}

export interface Tender {
  /** `cash` may be more than what is asked for, and gives change; anything else may not. */
  readonly method: string;
  /** What was handed over. */
  readonly amount: Money;
}

export interface BillInput {
  readonly settings: BillSettings;
  readonly lines: readonly BillLine[];
  readonly billDiscount?: Discount | undefined;
  readonly payments?: readonly Tender[] | undefined;
}

/** A component as it is charged. */
export interface PricedComponent {
  readonly kind: ChargedTaxKind;
  /** The component's own rate: 9 % for each half of an 18 % GST. */
  readonly rate: Rate;
  readonly perUnit: FineMoney;
  readonly compound: boolean;
  readonly amount: Money;
}

/** Amounts of one line. gross − discount = net; net − billDiscountShare = taxable, plus tax where prices include it. */
export interface LineAmounts {
  readonly quantity: Quantity;
  readonly gross: Money;
  readonly discount: Money;
  readonly net: Money;
  readonly billDiscountShare: Money;
  readonly taxable: Money;
  /** In the order of the line's list of taxes. */
  readonly components: readonly PricedComponent[];
  /** Sum of the components. */
  readonly tax: Money;
  /** taxable + tax. */
  readonly total: Money;
}

export interface PricedLine extends LineAmounts {
  readonly unitPrice: Money;
  /** The combined GST rate; outside GST the sum of the line's rates without cess. */
  readonly taxRate: Rate;
  readonly hsn: string | undefined;
  readonly unit: string | undefined;
  readonly charge: boolean;
}

/** Sums over the lines. subtotal + charges − lineDiscount − billDiscount = taxable, plus tax where prices include it. */
export interface BillAmounts {
  /** Gross of the goods. */
  readonly subtotal: Money;
  /** Gross of the charges. */
  readonly charges: Money;
  readonly lineDiscount: Money;
  readonly billDiscount: Money;
  readonly taxable: Money;
  readonly cgst: Money;
  readonly sgst: Money;
  readonly igst: Money;
  readonly cess: Money;
  /** All components, those of other regimes (vat, sales_tax) included. */
  readonly tax: Money;
  readonly roundOff: Money;
  /** taxable + tax + roundOff. */
  readonly total: Money;
}

export interface SettledTender extends Tender {
  /** What of it stays with the shop: the change is taken off. */
  readonly kept: Money;
}

/** paid + due = total + cashRounding. */
export interface Settlement {
  /** What is to be handed over in cash for the part of the total that other methods do not pay. */
  readonly cashDue: Money;
  /** Tender adjustment: what the coins made more (or less) of the total. */
  readonly cashRounding: Money;
  /** Handed over, change taken off. */
  readonly paid: Money;
  readonly change: Money;
  /** Cash that stays in the drawer. */
  readonly cashKept: Money;
  /** Unpaid: for the customer's account. */
  readonly due: Money;
  readonly payments: readonly SettledTender[];
}

/** One row of the HSN summary. */
export interface HsnRow {
  readonly hsn: string;
  readonly unit: string;
  /** The combined GST rate. */
  readonly rate: Rate;
  readonly quantity: Quantity;
  readonly taxable: Money;
  readonly cgst: Money;
  readonly sgst: Money;
  readonly igst: Money;
  readonly cess: Money;
  readonly tax: Money;
  readonly total: Money;
}

export interface PricedBill extends BillAmounts, Settlement {
  readonly settings: BillSettings;
  readonly lines: readonly PricedLine[];
  readonly hsn: readonly HsnRow[];
}
