import type { HandlerInput, OrderText } from '@shared/contract';
import type { Language } from '@shared/entities';
import { AppError } from '@shared/errors';
import { createWriter, fill } from '@shared/receipt';
import { orderLink } from '../../printing';
import type { ShopDeps } from '../deps';
import { readSupplier } from '../suppliers';
import { boughtProduct } from './price';

const words: Readonly<Record<Language, { readonly head: string; readonly foot: string }>> = {
  en: { head: 'Order from {shop}:', foot: 'Please confirm. Thank you!' },
  hi: { head: '{shop} का ऑर्डर:', foot: 'कृपया पुष्टि करें। धन्यवाद!' },
};

/** Longer links are refused on their way out of the app. */
const longestLink = 2000;

/**
 * An order as a message, line by line, in the shop's language; the link is null when it is too long for one.
 *
 * @throws AppError `not_found`
 */
export function orderText(deps: ShopDeps, { supplierId, lines }: HandlerInput<'purchases.orderText'>): OrderText {
  const { store, settings } = deps;
  const { name: shop, language, country, currency } = settings();
  const { quantityOf } = createWriter(settings(), currency);
  const phone = supplierId === undefined ? null : readSupplier(store, supplierId).phone;
  const { head, foot } = words[language];
  const goods = lines.map((line, index) => {
    const product = boughtProduct(store, line.productId);
    if (!product)
      throw new AppError('not_found', `No product ${line.productId}`, { entity: 'product', id: line.productId });
    return `${index + 1}. ${product.name}: ${quantityOf(line.quantity, product.unit)}`;
  });
  const text = [fill(head, { shop }), ...goods, foot].join('\n');
  const link = orderLink(phone, country, text);
  return { text, link: link.length > longestLink ? null : link };
}
