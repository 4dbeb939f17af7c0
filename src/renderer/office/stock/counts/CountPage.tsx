import { useTranslation } from 'react-i18next';
import { useLive } from '../../../live';
import { useMay } from '../../../shop';
import { FailureState } from '../../../ui';
import { Page } from '../../../ui/office';
import { Skeletons } from '../../Skeletons';
import { Counting } from './Counting';
import { Review } from './Review';
import { ToList } from './SheetFrame';

/** `/stock/counts/<id>`, and its review. */
export function CountPage({ id, reviewing }: { id: string; reviewing: boolean }) {
  const { t } = useTranslation();
  const sheet = useLive('counts.get', { id });
  const mayReview = useMay('stock.edit');
  if (sheet.data) {
    return reviewing && mayReview ? <Review sheet={sheet.data} /> : <Counting key={id} sheet={sheet.data} />;
  }
  return (
    <Page title={t('office.counts.title')} actions={<ToList />}>
      {sheet.state === 'failed' ? (
        <FailureState failure={sheet.failure} onRetry={sheet.retry} />
      ) : (
        <Skeletons rows={8} />
      )}
    </Page>
  );
}
