import { Route, Switch } from 'wouter';
import { Everything } from './Everything';
import { StockAlerts } from './StockAlerts';

/** Everything below `/alerts`; what the tills could not settle is beside it, at `/attention`. */
export default function Alerts() {
  return (
    <Switch>
      <Route path="/alerts/stock">
        <StockAlerts />
      </Route>
      <Route>
        <Everything />
      </Route>
    </Switch>
  );
}
