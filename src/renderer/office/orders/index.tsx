import { Route, Switch } from 'wouter';
import { OrderPage } from './OrderPage';
import { OrdersPage } from './OrdersPage';

/** Everything below `/orders`. */
export default function Orders() {
  return (
    <Switch>
      <Route path="/orders">
        <OrdersPage />
      </Route>
      <Route path="/orders/:id">{({ id }) => <OrderPage key={id} id={id} />}</Route>
    </Switch>
  );
}
