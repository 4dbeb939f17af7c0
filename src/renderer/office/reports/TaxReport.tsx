import { useLive } from '../../live';
import { Loaded } from '../parts';
import { GstPage } from './gst/GstPage';
import { ReportPage } from './ReportPage';

/** `/reports/taxes`: whoever charges India's GST has a return to file, and a page for it. */
export function TaxReport() {
  const settings = useLive('settings.get', {});
  return (
    <Loaded of={settings} rows={8}>
      {({ tax_regime }) => (tax_regime === 'india_gst' ? <GstPage /> : <ReportPage report="taxes" />)}
    </Loaded>
  );
}
