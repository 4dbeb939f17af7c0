import { Route, Switch } from 'wouter';
import { CustomerList } from './CustomerList';
import { CustomerPage } from './CustomerPage';

/** Everything below `/customers`. */
export default function Customers() {
  return (
    <Switch>
      <Route path="/customers">
        <CustomerList />
      </Route>
      <Route path="/customers/:id/:edit?">
        {({ id, edit }) => <CustomerPage key={id} id={id} editing={edit === 'edit'} />}
      </Route>
    </Switch>
  );
}
