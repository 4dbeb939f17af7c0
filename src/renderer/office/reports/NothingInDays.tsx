import { Button } from '@mantine/core';
import { dayOf } from '@shared/clock';
import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useMay, useTill } from '../../shop';
import { EmptyState } from '../../ui';
import { type Days, type PeriodName, usualPeriods } from './period';

interface Props {
  readonly days: Days;
  /** What is offered in the place of days that are over. */
  readonly instead: PeriodName;
  readonly onChange: (days: Days) => void;
}

/** A day that is over does not fill by selling now: it leads to other days, today leads to the counter. */
export function NothingInDays({ days, instead, onChange }: Props) {
  const { t } = useTranslation('reports');
  const [, navigate] = useLocation();
  const maySell = useMay('sell');
  const { shop } = useTill();
  const today = dayOf(Date.now(), shop.timeZone);
  const isRunning = days.from <= today && today <= days.to;
  const toCounter = maySell && (
    <Button variant="default" onClick={() => navigate('/')}>
      {t('toCounter')}
    </Button>
  );
  const toOther = (
    <Button variant="default" onClick={() => onChange(usualPeriods(today)[instead])}>
      {t(`periods.${instead}`)}
    </Button>
  );
  return (
    <EmptyState
      icon={<IconChartBar size={40} stroke={1.5} />}
      title={t(isRunning ? 'emptyYet' : 'empty')}
      action={isRunning ? toCounter : toOther}
    >
      {t(isRunning ? 'emptyYetHint' : 'emptyHint')}
    </EmptyState>
  );
}
