import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { type EmbeddedPattern, embeddedPattern, gs1CheckDigit, readEmbedded } from '@shared/codes';
import type { NegativeStockRule } from '@shared/entities';
import { attempt } from '@shared/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../shop';
import { Cell, FormSection, useForm } from '../form';
import type { WordsFor } from '../words';
import { SettingsForm } from './SettingsForm';
import type { SettingsProps } from './ShopSettings';
import styles from './settings.module.css';

const rules: readonly NegativeStockRule[] = ['allow', 'warn', 'block'];
const isRule = (text: string): text is NegativeStockRule => rules.some((rule) => rule === text);

/** What the counter does when stock runs out, and how it reads the labels of a scale. */
export function SellingSettings({ settings, mayEdit }: SettingsProps) {
  const { t } = useTranslation();
  const { negative_stock, weight_codes } = settings;
  const form = useForm({ negative_stock, weight_codes });
  const { draft, set, errors } = form;
  const patterns = draft.weight_codes.split(/\s+/).filter((text) => text !== '');
  const wrong = patterns.find((text) => !attempt(() => embeddedPattern(text)).ok);
  const badPattern = wrong === undefined ? undefined : t('office.settings.badPattern', { pattern: wrong });
  const problem = badPattern ?? errors.weight_codes;
  return (
    <SettingsForm
      form={form}
      mayEdit={mayEdit}
      findErrors={() => (badPattern === undefined ? {} : { weight_codes: badPattern })}
      input={() => ({ ...draft, weight_codes: patterns.join(' ') })}
    >
      <FormSection title={t('office.settings.stockRule')} note={t('office.settings.stockRuleHint')}>
        <Cell span={12}>
          <Radio.Group
            aria-label={t('office.settings.stockRule')}
            value={draft.negative_stock}
            onChange={(rule) => isRule(rule) && set('negative_stock', rule)}
          >
            <Stack gap="sm">
              {rules.map((rule) => (
                <Radio
                  key={rule}
                  value={rule}
                  label={t(`office.negativeStock.${rule}`)}
                  description={t(`office.negativeStock.${rule}Hint`)}
                />
              ))}
            </Stack>
          </Radio.Group>
        </Cell>
      </FormSection>
      <FormSection title={t('office.settings.weightCodes')} note={t('office.settings.weightCodesHint')}>
        <Cell span={12}>
          <Examples patterns={patterns} />
        </Cell>
        <Cell span={12}>
          {/* Most scales are set up once, by whoever sold them: nobody else has to understand a pattern. */}
          <details className={styles.advanced} open={problem !== undefined || undefined}>
            <summary>{t('office.settings.patternsAdvanced')}</summary>
            <Textarea
              label={t('office.settings.patterns')}
              description={t('office.settings.patternsHint')}
              autosize
              spellCheck={false}
              maxLength={200}
              value={draft.weight_codes}
              onChange={(event) => set('weight_codes', event.currentTarget.value)}
              error={problem}
            />
          </details>
        </Cell>
      </FormSection>
    </SettingsForm>
  );
}

/** What a label under each pattern says, and a place to try a real one. */
function Examples({ patterns }: { patterns: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [label, setLabel] = useState('');
  const readable = patterns.flatMap((text) => {
    const read = attempt(() => embeddedPattern(text));
    return read.ok ? [read.value] : [];
  });
  return (
    <Stack gap="sm">
      {readable.map((pattern) => {
        const code = exampleOf(pattern);
        return (
          <div key={pattern.text} className={styles.example} role="note">
            <code data-selectable>{code}</code>
            <span>{meaningOf(code, [pattern], t, format)}</span>
          </div>
        );
      })}
      {readable.length > 0 && (
        <TextInput
          label={t('office.settings.tryLabel')}
          placeholder={t('office.settings.tryLabelHint')}
          maxLength={64}
          autoComplete="off"
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          // A scanner ends with Enter, which here means "that is the code", not "save".
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          description={label.trim() === '' ? undefined : meaningOf(label.trim(), readable, t, format)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      )}
    </Stack>
  );
}

/** A code that follows the pattern: item 12345…, 1.250 kg or 99.50, and the right check digit. */
function exampleOf(pattern: EmbeddedPattern): string {
  const fill = { item: '123456789', whole: '1', decimal: pattern.kind === 'price' ? '50' : '250' };
  const count = { item: 0, whole: 0, decimal: 0 };
  const wholes = pattern.roles.filter((role) => role.is === 'whole').length;
  let body = '';
  for (const role of pattern.roles) {
    if (role.is === 'fixed') body += role.digit;
    else if (role.is === 'whole') body += ++count.whole === wholes ? fill.whole : '0';
    else body += fill[role.is].charAt(count[role.is]++ % fill[role.is].length);
  }
  return body + gs1CheckDigit(body);
}

function meaningOf(code: string, patterns: readonly EmbeddedPattern[], t: WordsFor, format: Format): string {
  for (const pattern of patterns) {
    const read = attempt(() => readEmbedded(code, pattern, format.currency));
    if (!read.ok) return t('office.settings.labelDamaged');
    if (read.value === null) continue;
    const { item } = read.value;
    return read.value.kind === 'quantity'
      ? t('office.settings.labelQuantity', { item, quantity: format.quantityOf(read.value.quantity, 'KG') })
      : t('office.settings.labelPrice', { item, price: format.money(read.value.price) });
  }
  return t('office.settings.labelOther');
}
