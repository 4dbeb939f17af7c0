import '../report-words';
import { type ReportId, reportIds } from '@shared/reports';
import { Redirect, Route, Switch } from 'wouter';
import { ReportList } from './ReportList';
import { ReportPage } from './ReportPage';
import { TaxReport } from './TaxReport';

export { SaveAs } from './SaveAs';

const isReport = (id: string): id is ReportId => reportIds.some((known) => known === id);

/** Everything below `/reports`. */
export default function Reports() {
  return (
    <Switch>
      <Route path="/reports">
        <ReportList />
      </Route>
      <Route path="/reports/taxes">
        <TaxReport />
      </Route>
      <Route path="/reports/:id">
        {({ id }) => (isReport(id) ? <ReportPage key={id} report={id} /> : <Redirect to="/reports" />)}
      </Route>
    </Switch>
  );
}
