import { Route, Switch } from 'wouter';
import { HoursPage } from './hours/HoursPage';
import { People } from './People';
import { PayPage } from './pay/PayPage';
import { PersonPay } from './pay/PersonPay';

/** Everything below `/staff`. */
export default function Staff() {
  return (
    <Switch>
      <Route path="/staff">
        <People />
      </Route>
      <Route path="/staff/hours">
        <HoursPage />
      </Route>
      <Route path="/staff/pay">
        <PayPage />
      </Route>
      <Route path="/staff/pay/:id">{({ id }) => <PersonPay key={id} staffId={id} />}</Route>
    </Switch>
  );
}
