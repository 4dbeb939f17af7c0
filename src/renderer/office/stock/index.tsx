import { Route, Switch } from 'wouter';
import { CountList } from './counts/CountList';
import { CountPage } from './counts/CountPage';
import { FeedbackList } from './production/FeedbackList';
import { ProductionList } from './production/ProductionList';
import { ProductionPage } from './production/ProductionPage';
import { RecipeList } from './production/RecipeList';
import { RecipePage } from './production/RecipePage';
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
      <Route path="/stock/production">
        <ProductionList />
      </Route>
      <Route path="/stock/production/:id">{({ id }) => <ProductionPage key={id} id={id} />}</Route>
      <Route path="/stock/recipes">
        <RecipeList />
      </Route>
      <Route path="/stock/recipes/:id">{({ id }) => <RecipePage key={id} id={id} />}</Route>
      <Route path="/stock/feedback">
        <FeedbackList />
      </Route>
      <Route path="/stock/suppliers">
        <SupplierList />
      </Route>
      <Route path="/stock/suppliers/:id">{({ id }) => <SupplierPage key={id} id={id} />}</Route>
      <Route path="/stock/:id">{({ id }) => <StockPage key={id} id={id} />}</Route>
    </Switch>
  );
}
