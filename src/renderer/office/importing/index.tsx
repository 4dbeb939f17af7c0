import { Stepper } from '@mantine/core';
import type { ImportCheck, ImportField, ImportPreview, ImportResult } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../live';
import { Page } from '../../ui/office';
import { CheckedFile } from './CheckedFile';
import { ChooseFile } from './ChooseFile';
import { Done } from './Done';
import styles from './importing.module.css';
import { MapColumns } from './MapColumns';
import { Working } from './Working';

type Mapping = readonly (ImportField | null)[];

/** One step after the other; each has what the one before found out. */
type Step =
  | { readonly at: 'file' }
  | { readonly at: 'columns'; readonly preview: ImportPreview; readonly mapping: Mapping }
  | { readonly at: 'check'; readonly preview: ImportPreview; readonly mapping: Mapping; readonly check: ImportCheck }
  | { readonly at: 'done'; readonly result: ImportResult; readonly skipped: number };

const order: readonly Step['at'][] = ['file', 'columns', 'check', 'done'];

/** `/import`: products from a CSV or Excel file. Nothing is written before the last button, then all of it or nothing. */
export default function Import() {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ at: 'file' });
  const choose = useCommand('import.choose');
  const reread = useCommand('import.reread');
  const check = useCommand('import.check');
  const write = useCommand('import.run');
  const show = (preview: ImportPreview) => setStep({ at: 'columns', preview, mapping: preview.mapping });

  const onChoose = async () => {
    const outcome = await choose.run({});
    if (outcome.ok && outcome.value !== null) show(outcome.value);
  };
  const onCheck = async (preview: ImportPreview, mapping: Mapping) => {
    const outcome = await check.run({ token: preview.token, mapping: [...mapping] });
    if (outcome.ok) setStep({ at: 'check', preview, mapping, check: outcome.value });
  };
  const onWrite = async ({ token }: ImportPreview, checked: ImportCheck) => {
    const outcome = await write.run({ token });
    if (outcome.ok) setStep({ at: 'done', result: outcome.value, skipped: checked.skipped + outcome.value.skipped });
  };

  const isWorking = check.pending || write.pending;
  return (
    <Page title={t('office.import.title')} note={t('office.import.note')}>
      <div className={styles.root}>
        <Stepper size="sm" active={order.indexOf(step.at)} allowNextStepsSelect={false} className={styles.steps ?? ''}>
          {order.slice(0, 3).map((name) => (
            <Stepper.Step
              key={name}
              label={t(`office.import.steps.${name as 'file'}`)} // proof: the first three of `order`
              allowStepSelect={false}
            />
          ))}
        </Stepper>
        <div className={styles.content}>
          {isWorking && 'preview' in step && <Working token={step.preview.token} />}
          {!isWorking && step.at === 'file' && <ChooseFile pending={choose.pending} onChoose={() => void onChoose()} />}
          {!isWorking && step.at === 'columns' && (
            <MapColumns
              preview={step.preview}
              mapping={step.mapping}
              pending={reread.pending}
              onMap={(mapping) => setStep({ ...step, mapping })}
              onReread={async (how) => {
                const outcome = await reread.run({ token: step.preview.token, ...how });
                if (outcome.ok) show(outcome.value);
              }}
              onBack={() => setStep({ at: 'file' })}
              onNext={() => void onCheck(step.preview, step.mapping)}
            />
          )}
          {!isWorking && step.at === 'check' && (
            <CheckedFile
              preview={step.preview}
              check={step.check}
              onBack={() => setStep({ at: 'columns', preview: step.preview, mapping: step.mapping })}
              onRun={() => void onWrite(step.preview, step.check)}
            />
          )}
          {step.at === 'done' && (
            <Done result={step.result} skipped={step.skipped} onAgain={() => setStep({ at: 'file' })} />
          )}
        </div>
      </div>
    </Page>
  );
}
