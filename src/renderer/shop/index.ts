/** Who is at the till, and how this shop writes its numbers. */
export { createFormat, type Format, localeOf, useFormat } from './format';
export { type AtTill, ShopContext, useMay, useTill } from './ShopContext';
