import { labelProfileNames } from '@shared/printers';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { toast } from '../../ui';
import { beginOf, type Choice, designOf } from './choice';

type Items = readonly { readonly productId: string; readonly copies: number }[];

/** Sends the labels to where they were chosen to go, and says what became of them. A refusal is said by its command. */
export function useOutput(choice: Choice) {
  const { t } = useTranslation();
  const pdf = useCommand('labels.savePdf');
  const zpl = useCommand('labels.saveZpl');
  const print = useCommand('labels.print');
  const send = async (chosen: Items): Promise<void> => {
    const items = chosen.map(({ productId, copies }) => ({ productId, copies }));
    const wanted = { design: designOf(choice), items, withoutCode: choice.withoutCode };
    const { target, size, sheet } = choice;
    if (target === 'pdf') {
      const begin = beginOf(choice) ?? 1;
      const outcome = await pdf.run({ ...wanted, sheet, begin });
      if (outcome.ok && outcome.value.file !== null) {
        const { sheets } = outcome.value;
        toast.done(() => t('office.labels.savedSheets', { count: sheets }));
      }
      return;
    }
    const profile = labelProfileNames.find((name) => target === `file:${name}`);
    if (profile) {
      const outcome = await zpl.run({ ...wanted, size, printer: profile });
      if (outcome.ok && outcome.value.file !== null) toast.done(() => t('office.labels.savedFile'));
      return;
    }
    const outcome = await print.run({ ...wanted, size, printerId: target.slice('printer:'.length) });
    if (outcome.ok) toast.done(() => t('office.labels.queued', { count: outcome.value.labels }));
  };
  const failure = pdf.failure ?? zpl.failure ?? print.failure;
  return {
    send,
    pending: pdf.pending || zpl.pending || print.pending,
    isCodeTooLong: failure?.code === 'labels_code_long',
  };
}
