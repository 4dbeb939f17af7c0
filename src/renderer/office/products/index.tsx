import { Route, Switch } from 'wouter';
import { Brands } from '../catalogue/Brands';
import { Categories } from '../catalogue/Categories';
import { TaxClasses } from '../catalogue/TaxClasses';
import { LabelsPage } from '../labels';
import { NewProduct } from './NewProduct';
import { ProductList } from './ProductList';
import { ProductPage } from './ProductPage';

/** Everything below `/products`. */
export default function Products() {
  return (
    <Switch>
      <Route path="/products">
        <ProductList />
      </Route>
      <Route path="/products/categories">
        <Categories />
      </Route>
      <Route path="/products/brands">
        <Brands />
      </Route>
      <Route path="/products/taxes">
        <TaxClasses />
      </Route>
      <Route path="/products/labels">
        <LabelsPage />
      </Route>
      <Route path="/products/new">
        <NewProduct />
      </Route>
      <Route path="/products/:id">{({ id }) => <ProductPage key={id} id={id} />}</Route>
    </Switch>
  );
}
