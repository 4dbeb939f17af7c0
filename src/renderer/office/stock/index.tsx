import { Route, Switch } from 'wouter';
import { CountList } from './counts/CountList';
import { CountPage } from './counts/CountPage';
import { DraftPage } from './purchases/DraftPage';
import { PurchaseList } from './purchases/PurchaseList';
import { PurchasePage } from './purchases/PurchasePage';
import { ReorderPage } from './reorder/ReorderPage';
import { StockLevels } from './StockLevels';
import { StockPage } from './StockPage';
import { SupplierList } from './suppliers/SupplierList';
import { SupplierPage } from './suppliers/SupplierPage';

/** Everything below `/stock`. */
export default function Stock() {
  return (
    <Switch>
      <Route path="/stock">
        <StockLevels />
      </Route>
      <Route path="/stock/counts">
        <CountList />
      </Route>
      <Route path="/stock/counts/:id">{({ id }) => <CountPage id={id} reviewing={false} />}</Route>
      <Route path="/stock/counts/:id/review">{({ id }) => <CountPage id={id} reviewing />}</Route>
      <Route path="/stock/reorder">
        <ReorderPage />
      </Route>
      <Route path="/stock/purchases">
        <PurchaseList />
      </Route>
      <Route path="/stock/purchases/draft/:id">{({ id }) => <DraftPage key={id} id={id} />}</Route>
      <Route path="/stock/purchases/:id">{({ id }) => <PurchasePage key={id} id={id} />}</Route>
      <Route path="/stock/suppliers">
        <SupplierList />
      </Route>
      <Route path="/stock/suppliers/:id">{({ id }) => <SupplierPage key={id} id={id} />}</Route>
      <Route path="/stock/:id">{({ id }) => <StockPage key={id} id={id} />}</Route>
    </Switch>
  );
}
