import { IconAlertTriangle, IconCash, IconCashOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live';
import { useFormat, useMay, useTill } from '../shop';
import { BarChip } from '../ui';
import { openShiftDialog, useIsShiftMissing } from './dialog';

/** Whether this till's drawer has a shift, since when and whose; the way to its report and its closing. */
export function ShiftChip() {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useTill();
  const shift = useLive('shift.current', {});
  const isMissing = useIsShiftMissing();
  const maySell = useMay('sell');
  if (shift.state !== 'ready' || !maySell) return null;
  const text = shift.data
    ? t('counter.shift.since', { time: format.time(shift.data.openedAt) })
    : t('counter.shift.none');
  // Who stands here is at the end of the bar; the name is told where it is somebody else's shift.
  const whose = shift.data && shift.data.by !== user.name ? ` · ${shift.data.by}` : '';
  const Icon = shift.data ? IconCash : isMissing ? IconAlertTriangle : IconCashOff;
  return (
    <BarChip icon={Icon} tone={isMissing ? 'attention' : 'quiet'} onClick={openShiftDialog}>
      <span>
        {text}
        {whose}
      </span>
    </BarChip>
  );
}
