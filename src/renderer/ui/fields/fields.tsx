import { TextInput, type TextInputProps } from '@mantine/core';
import {
  type ArithmeticCode,
  type CurrencyCode,
  formatAmount,
  type Money,
  parseMoney,
  parseQuantity,
  parseRate,
  type Quantity,
  quantityToDecimal,
  type Rate,
  type Result,
  rateToDecimal,
  toDecimal,
} from '@shared/money';
import { type ReactNode, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shop';

interface NumberProps<T> extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue' | 'error' | 'type'> {
  /** Null: empty. What was typed and cannot be read is null as well, and says so under the field. */
  readonly value: T | null;
  /** `isReadable`: null is what an empty field means, not what nobody can read. */
  readonly onChange: (value: T | null, isReadable: boolean) => void;
  /** An empty field is wrong, and says so once it is left. */
  readonly error?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

interface Reading<T> {
  readonly parse: (text: string) => Result<T>;
  /** As it stands in the field at rest; `parse` reads it. */
  readonly write: (value: T) => string;
  /** As it stands there while somebody writes in it, where that is not the same: without groups, which no edit keeps right. */
  readonly writePlain?: (value: T) => string;
}

/** A number typed the way people write numbers; it is read by the one strict reader, never by the browser. */
function ReadField<T extends number>({
  value,
  onChange,
  error,
  inputRef,
  parse,
  write,
  writePlain = write,
  onFocus,
  onBlur,
  ...props
}: NumberProps<T> & Reading<T>) {
  const { t } = useTranslation();
  const [text, setText] = useState(value === null ? '' : write(value));
  const [meant, setMeant] = useState(value);
  const [refusal, setRefusal] = useState<ArithmeticCode | null>(null);
  const [isEdited, setEdited] = useState(false);
  // Someone else changed the value: what was typed no longer stands.
  if (meant !== value) {
    setMeant(value);
    setText(value === null ? '' : (isEdited ? writePlain : write)(value));
    setRefusal(null);
  }
  const read = (typed: string) => {
    setText(typed);
    const result = typed.trim() === '' ? null : parse(typed);
    const next = result?.ok ? result.value : null;
    setRefusal(result && !result.ok ? result.error.code : null);
    setMeant(next);
    onChange(next, result === null || result.ok);
  };
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...props}
      ref={inputRef ?? null}
      value={text}
      onChange={(event) => read(event.currentTarget.value)}
      onFocus={(event) => {
        setEdited(true);
        if (value !== null && text === write(value)) {
          const plain = writePlain(value);
          replaceKeepingCaret(event.currentTarget, plain);
          setText(plain);
        }
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setEdited(false);
        // At rest it is written as everywhere else.
        if (refusal === null && value !== null) setText(write(value));
        onBlur?.(event);
      }}
      error={
        refusal
          ? t(`common.number.${refusal as 'not_a_number'}`, { defaultValue: t('common.number.bad_value') })
          : error
      }
    />
  );
}

/** At once, not when React comes to it: whoever focuses a field may select its text in the next line. */
function replaceKeepingCaret(field: HTMLInputElement, plain: string): void {
  const { value: grouped, selectionStart, selectionEnd } = field;
  if (grouped === plain) return;
  const moved = (caret: number | null) =>
    [...grouped.slice(0, caret ?? grouped.length)].filter((char) => plain.includes(char)).length;
  field.value = plain;
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd));
}

/** An amount in the shop's currency, in minor units. */
export function MoneyInput(props: NumberProps<Money>) {
  const { currency, locale } = useFormat();
  return (
    <ReadField {...props} {...moneyReading(currency, locale)} leftSection={props.leftSection ?? <CurrencySign />} />
  );
}

const moneyReading = (currency: CurrencyCode, locale: string): Reading<Money> => ({
  parse: (text) => parseMoney(text, currency),
  // In groups, as everywhere else, where the reader takes this locale's groups for what they are.
  write: (value) => {
    const grouped = formatAmount(value, currency, locale);
    const back = parseMoney(grouped, currency);
    return back.ok && back.value === value ? grouped : toDecimal(value, currency);
  },
  writePlain: (value) => toDecimal(value, currency),
});

/** `₹`, as the shop's locale writes it. */
export function CurrencySign() {
  const { currency, locale } = useFormat();
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return <span aria-hidden="true">{parts.formatToParts(0).find((part) => part.type === 'currency')?.value}</span>;
}

/** A quantity in thousandths, with no more decimals than its unit has. `rightSection` null: the unit stands elsewhere. */
export function QuantityInput({
  unit,
  negative = false,
  ...props
}: NumberProps<Quantity> & { unit: string; negative?: boolean }) {
  const format = useFormat();
  return (
    <ReadField
      {...props}
      parse={(text) => parseQuantity(text, unit, { negative })}
      write={quantityToDecimal}
      {...(props.rightSection !== null && {
        rightSection: props.rightSection ?? <span aria-hidden="true">{format.unit(unit)}</span>,
        rightSectionWidth: 48,
      })}
    />
  );
}

/** A percentage, in parts per million. */
export function RateInput(props: NumberProps<Rate>) {
  return (
    <ReadField {...props} parse={parseRate} write={rateToDecimal} rightSection={<span aria-hidden="true">%</span>} />
  );
}

/** A PIN of four to eight digits, never shown. */
export function PinInput({
  value,
  onChange,
  inputRef,
  ...props
}: Omit<NumberProps<never>, 'value' | 'onChange'> & { value: string; onChange: (pin: string) => void }) {
  return (
    <TextInput
      {...props}
      ref={inputRef ?? null}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, ''))}
    />
  );
}
