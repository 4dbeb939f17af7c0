/** What the shop sells: products, found and edited, with their brands, categories and tax classes. */
import { actorOf } from '../actor';
import { stopWatching } from '../alerts';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { brandHandlers } from './brands';
import { categoryHandlers } from './categories';
import { listFavourites } from './favourites';
import { refuseTakenCodes } from './find-conflicts';
import { listLevels, stockSummaryJob } from './levels';
import { listProducts } from './list';
import { findByCode } from './lookup';
import { noSuchProduct, readBarcodes, readProduct, readUnits } from './read-product';
import { saveProduct } from './save-product';
import { ProductSearch } from './search';
import { productSummary } from './summary';
import { taxClassHandlers } from './tax-classes';

export { holderOfBarcode, holderOfSku } from './find-conflicts';
export { stockLevelsJob, stockSummaryJob } from './levels';
export { below, listProducts, productFilter, productListJob } from './list';
export { findByCode } from './lookup';
export { maySeeCost, readBarcodes, readCost, readUnits } from './read-product';
export { isAboveMrp, refuseMissing } from './save-product';
export { ProductSearch, searchProducts } from './search';
export { productSummaries, productSummary } from './summary';
export { listTaxClasses } from './tax-classes';
export { createProduct, editProduct, type NewProduct, type ProductFields, writeCost } from './write-product';

type Calls =
  | 'catalogue.products'
  | 'catalogue.search'
  | 'catalogue.favourites'
  | 'catalogue.lookup'
  | 'catalogue.product'
  | 'catalogue.saveProduct'
  | 'catalogue.removeProduct'
  | 'catalogue.restoreProduct'
  | 'catalogue.brands'
  | 'catalogue.saveBrand'
  | 'catalogue.removeBrand'
  | 'catalogue.restoreBrand'
  | 'catalogue.categories'
  | 'catalogue.saveCategory'
  | 'catalogue.removeCategory'
  | 'catalogue.restoreCategory'
  | 'catalogue.taxClasses'
  | 'catalogue.saveTaxClass'
  | 'catalogue.removeTaxClass'
  | 'catalogue.restoreTaxClass'
  | 'stock.levels'
  | 'stock.summary';

export function catalogueHandlers(deps: ShopDeps): Handlers<Calls> {
  const { store } = deps;
  const search = new ProductSearch(store);
  return {
    ...brandHandlers(deps),
    ...categoryHandlers(deps),
    ...taxClassHandlers(deps),

    'catalogue.products': (input) => listProducts(store, input),
    'stock.levels': (input) => listLevels(store, input),
    'stock.summary': () => store.readers.run(stockSummaryJob, null),
    'catalogue.search': ({ text, limit }) => search.find(text, limit),
    'catalogue.favourites': ({ categoryId, limit }) => listFavourites(store, categoryId, limit),
    'catalogue.lookup': ({ code }) => findByCode(store, code, deps.settings()),
    'catalogue.product': ({ id }, { session }) => readProduct(store, id, session.user?.role),

    'catalogue.saveProduct': (input, context) => {
      const { staffId, role } = actorOf(context);
      return readProduct(store, saveProduct(deps, input, staffId), role);
    },

    'catalogue.removeProduct': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'product.remove', kind: 'request', actor }, (m) => {
        if (m.del('product', id)) stopWatching(m, id);
      });
      return null;
    },

    'catalogue.restoreProduct': ({ id }, context) => {
      const { staffId: actor } = actorOf(context);
      store.mutate({ name: 'product.restore', kind: 'request', actor }, (m) => {
        const product = productSummary(store, id);
        if (!product) throw noSuchProduct(id);
        // Its codes may have gone to another product since.
        const ofUnits = readUnits(store, id).flatMap(({ barcode }) => barcode ?? []);
        refuseTakenCodes(store, id, product.sku, [...readBarcodes(store, id), ...ofUnits]);
        m.undel('product', id);
      });
      return null;
    },
  };
}
