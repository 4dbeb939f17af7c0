import { Button } from '@mantine/core';
import { mostLabelProducts } from '@shared/contract';
import { mostLabels, sheets, sheetsFor } from '@shared/label-media';
import { IconDeviceFloppy, IconPrinter, IconTags } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live';
import { useFormat } from '../../shop';
import { EmptyState, FailureState, toast } from '../../ui';
import { focusInvalid, Page } from '../../ui/office';
import { CatalogueSections } from '../catalogue/CatalogueSections';
import { ProductPicker, useScannedProduct } from '../parts';
import { Skeletons } from '../Skeletons';
import { beginOf, type Choice, designOf, isPrinter, useChoice } from './choice';
import { type Chosen, chooseOneMore, dropAll, isCopies, useChosen } from './chosen';
import { LabelList } from './LabelList';
import { LabelPicture } from './LabelPicture';
import { LabelSettings } from './LabelSettings';
import styles from './labels.module.css';
import { SheetPicture } from './SheetPicture';
import { useOutput } from './useOutput';

/** `/products/labels`: shelf labels and stickers, for what was chosen here or brought along from another page. */
export function LabelsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const chosen = useChosen();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const add = (productId: string) => {
    setTyped('');
    setLookedAt(productId);
    if (!chooseOneMore(productId)) toast.attention(() => t('office.labels.full', { limit: mostLabelProducts }));
  };
  useScannedProduct(add, (code) => {
    setTyped(code);
    field.current?.focus();
  });
  return (
    <Page
      title={t('office.labels.title')}
      note={<CatalogueSections />}
      filters={
        <>
          <div className={styles.picker}>
            <ProductPicker
              ref={field}
              label={t('office.labels.add')}
              typed={typed}
              text={typed.trim()}
              onType={setTyped}
              onPick={add}
              nameOf={({ name, price }) => `${name} · ${format.money(price)}`}
            />
          </div>
          {chosen.length > 0 && (
            <Button
              variant="subtle"
              onClick={() => {
                dropAll();
                field.current?.focus();
              }}
            >
              {t('office.labels.dropAll')}
            </Button>
          )}
        </>
      }
    >
      {chosen.length === 0 ? (
        <EmptyState icon={<IconTags size={40} stroke={1.5} />} title={t('office.labels.none')}>
          {t('office.labels.noneHint')}
        </EmptyState>
      ) : (
        <ListAndPreview
          chosen={chosen}
          lookedAt={lookedAt}
          onLookAt={setLookedAt}
          onDropped={() => field.current?.focus()}
        />
      )}
    </Page>
  );
}

interface ChosenProps {
  readonly chosen: readonly Chosen[];
  readonly lookedAt: string | null;
  readonly onLookAt: (productId: string) => void;
  /** A row is gone, and the button that had the focus with it. */
  readonly onDropped: () => void;
}

function ListAndPreview({ chosen, lookedAt, onLookAt, onDropped }: ChosenProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => chosen.map(({ productId }) => productId), [chosen]);
  const found = useLive('labels.products', { ids }, { keep: true });
  const printers = useLive('printing.printers', {});
  const { choice, change } = useChoice(printers.data);
  const output = useOutput(choice);
  const items = useMemo(() => new Map((found.data ?? []).map((item) => [item.id, item])), [found.data]);
  if (found.state === 'failed') return <FailureState failure={found.failure} onRetry={found.retry} />;
  if (found.state === 'loading') return <Skeletons rows={6} />;

  const wanted = chosen.flatMap(({ productId, copies }) => (isCopies(copies) ? [{ productId, copies }] : []));
  const isEach = wanted.length === chosen.length;
  const labels = wanted.reduce((sum, { copies }) => sum + copies, 0);
  const shown = chosen.find(({ productId }) => productId === lookedAt) ?? chosen[0];
  const lacksCode = choice.bars && found.data.some(({ code, problem }) => code === null && problem !== 'gone');
  const begin = beginOf(choice);
  const send = async () => {
    // What cannot be read or is too much keeps everything back, and is gone to; the sum says it of rows not drawn.
    if (!focusInvalid(root.current) && isEach) await output.send(wanted);
  };
  const isPdf = choice.target === 'pdf';
  const prints = isPrinter(choice.target);
  return (
    <div ref={root} className={styles.page}>
      <LabelList chosen={chosen} items={items} wantsCode={choice.bars} onLookAt={onLookAt} onDropped={onDropped} />
      <section className={styles.side} aria-label={t('office.labels.preview')}>
        <div className={styles.head}>
          <Sum choice={choice} labels={labels} isEach={isEach} />
          <Button
            disabled={labels > mostLabels}
            loading={output.pending}
            leftSection={prints ? <IconPrinter size={18} stroke={1.6} /> : <IconDeviceFloppy size={18} stroke={1.6} />}
            onClick={() => void send()}
          >
            {t(`office.labels.${prints ? 'print' : isPdf ? 'savePdf' : 'saveFile'}`)}
          </Button>
        </div>
        <div className={styles.scroll}>
          {shown && (
            <Preview choice={choice} productId={shown.productId} name={items.get(shown.productId)?.name ?? ''} />
          )}
          <LabelSettings
            choice={choice}
            onChange={change}
            printers={printers.data ?? []}
            asksWithoutCode={lacksCode || (choice.bars && output.isCodeTooLong) || choice.withoutCode}
          />
          {isPdf && begin !== null && (
            <SheetPicture
              sheet={sheets[choice.sheet]}
              begin={begin}
              labels={labels}
              name={t('office.labels.firstSheet')}
            />
          )}
        </div>
      </section>
    </div>
  );
}

interface SumProps {
  readonly choice: Choice;
  readonly labels: number;
  /** Every product has a number of copies that can be printed. */
  readonly isEach: boolean;
}

/** How many labels on how many sheets, or what keeps them from being printed. */
function Sum({ choice, labels, isEach }: SumProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { target, sheet } = choice;
  const begin = target === 'pdf' ? beginOf(choice) : 1;
  const wrong = !isEach ? 'badCopies' : labels > mostLabels ? 'tooMany' : begin === null ? 'badBegin' : null;
  const count = t('office.labels.count', { count: labels, number: format.count(labels) });
  const onSheets = () => {
    const many = sheetsFor(labels, sheets[sheet], begin ?? 1);
    return t('office.labels.sheets', { count: many, number: format.count(many) });
  };
  return (
    <p role="status" data-wrong={wrong !== null || undefined}>
      {wrong !== null ? t(`office.labels.${wrong}`) : target === 'pdf' ? `${count} · ${onSheets()}` : count}
    </p>
  );
}

function Preview({ choice, productId, name }: { choice: Choice; productId: string; name: string }) {
  const { t } = useTranslation();
  const on = choice.target === 'pdf' ? choice.sheet : choice.size;
  const label = useLive('labels.preview', { productId, design: designOf(choice), on }, { keep: true });
  return (
    <div className={styles.preview}>
      {label.data && <LabelPicture label={label.data} name={t('office.labels.labelOf', { name })} />}
      {label.data?.isCodeTooLong && <p className={styles.warning}>{t('office.labels.codeTooLong')}</p>}
    </div>
  );
}
