import { Route, Switch } from 'wouter';
import { StockLevels } from './StockLevels';
import { StockPage } from './StockPage';

/** Everything below `/stock`. */
export default function Stock() {
  return (
    <Switch>
      <Route path="/stock">
        <StockLevels />
      </Route>
      <Route path="/stock/:id">{({ id }) => <StockPage key={id} id={id} />}</Route>
    </Switch>
  );
}
