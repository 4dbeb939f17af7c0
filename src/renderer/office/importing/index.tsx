import { Stepper } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../../shop';
import { Page } from '../../ui/office';
import { CheckedFile } from './CheckedFile';
import { ChooseFile } from './ChooseFile';
import { Done } from './Done';
import styles from './importing.module.css';
import { MapColumns } from './MapColumns';
import { Refused } from './Refused';
import { importSessionOf, type Step } from './session';
import { Working } from './Working';

const order: readonly Step['at'][] = ['file', 'columns', 'check', 'done'];

/** `/import`: products from a CSV or Excel file. Nothing is written before the last button, then all of it or nothing. */
export default function Import() {
  const { t } = useTranslation();
  const session = importSessionOf(useTill().user.staffId);
  const { step, doing, refused } = useSyncExternalStore(session.subscribe, session.get);
  const isWorking = doing === 'checking' || doing === 'writing';
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
        <Refused failure={refused} />
        <div className={styles.content}>
          {isWorking && 'preview' in step && <Working token={step.preview.token} mayStop={doing === 'checking'} />}
          {!isWorking && step.at === 'file' && (
            <ChooseFile pending={doing === 'choosing'} onChoose={() => void session.choose()} />
          )}
          {!isWorking && step.at === 'columns' && (
            <MapColumns
              preview={step.preview}
              mapping={step.mapping}
              pending={doing === 'rereading'}
              onMap={(mapping) => session.go({ ...step, mapping })}
              onReread={(how) => void session.reread({ token: step.preview.token, ...how })}
              onBack={() => session.go({ at: 'file' })}
              onNext={() => void session.check(step.preview, step.mapping)}
            />
          )}
          {!isWorking && step.at === 'check' && (
            <CheckedFile
              preview={step.preview}
              check={step.check}
              onBack={() => session.go({ at: 'columns', preview: step.preview, mapping: step.mapping })}
              onRun={() => void session.write(step.preview, step.check)}
            />
          )}
          {step.at === 'done' && (
            <Done result={step.result} skipped={step.skipped} onAgain={() => session.go({ at: 'file' })} />
          )}
        </div>
      </div>
    </Page>
  );
}
