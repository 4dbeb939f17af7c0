import { Route, Switch } from 'wouter';
import { BillList } from './BillList';
import { BillPage } from './BillPage';

/** Everything below `/bills`. */
export default function Bills() {
  return (
    <Switch>
      <Route path="/bills">
        <BillList />
      </Route>
      <Route path="/bills/:id">{({ id }) => <BillPage key={id} id={id} />}</Route>
    </Switch>
  );
}
