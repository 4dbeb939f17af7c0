import { labelProfileNames } from '@shared/printers';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Outcome, useCommand } from '../../live';
import { useFormat } from '../../shop';
import { toast } from '../../ui';
import { beginOf, type Choice, designOf } from './choice';

type Items = readonly { readonly productId: string; readonly copies: number }[];

/** Sends the labels to where they were chosen to go, and says what became of them. A refusal is said by its command. */
export function useOutput(choice: Choice) {
  const { t } = useTranslation();
  const pdf = useCommand('labels.savePdf');
  const zpl = useCommand('labels.saveZpl');
  const print = useCommand('labels.print');
  const format = useFormat();
  /** The last one was refused because a code is too long for the label. */
  const [isCodeTooLong, setCodeTooLong] = useState(false);
  const send = async (chosen: Items): Promise<void> => {
    const outcome = await sendTo(chosen);
    setCodeTooLong(!outcome.ok && outcome.failure.code === 'labels_code_long');
  };
  const sendTo = async (chosen: Items): Promise<Outcome<unknown>> => {
    const items = chosen.map(({ productId, copies }) => ({ productId, copies }));
    const wanted = { design: designOf(choice), items, withoutCode: choice.withoutCode };
    const { target, size, sheet } = choice;
    if (target === 'pdf') {
      const begin = beginOf(choice) ?? 1;
      const outcome = await pdf.run({ ...wanted, sheet, begin });
      if (outcome.ok && outcome.value.file !== null) {
        const { sheets } = outcome.value;
        toast.done(() => t('office.labels.savedSheets', { count: sheets, number: format.count(sheets) }));
      }
      return outcome;
    }
    const profile = labelProfileNames.find((name) => target === `file:${name}`);
    if (profile) {
      const outcome = await zpl.run({ ...wanted, size, printer: profile });
      if (outcome.ok && outcome.value.file !== null) toast.done(() => t('office.labels.savedFile'));
      return outcome;
    }
    const outcome = await print.run({ ...wanted, size, printerId: target.slice('printer:'.length) });
    if (outcome.ok) {
      const { labels } = outcome.value;
      toast.done(() => t('office.labels.queued', { count: labels, number: format.count(labels) }));
    }
    return outcome;
  };
  return { send, pending: pdf.pending || zpl.pending || print.pending, isCodeTooLong };
}
