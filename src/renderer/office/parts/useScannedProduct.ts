import { useTranslation } from 'react-i18next';
import { useScans } from '../../counter/scanner';
import { soundUnknown } from '../../counter/sounds';
import { asFailure, call } from '../../live';
import { toast } from '../../ui';

/**
 * A scan in a list of products: a code opens its product; one that several have, or none, becomes the list's search, which
 * shows them or says that there is none.
 */
export function useScannedProduct(onProduct: (productId: string) => void, onSearch: (code: string) => void): void {
  const { t } = useTranslation();
  const find = async (code: string) => {
    try {
      const found = await call('catalogue.lookup', { code });
      if (found.kind === 'product') return onProduct(found.product.id);
      onSearch(code);
      if (found.kind === 'ambiguous') return;
      soundUnknown();
      toast.attention(() =>
        found.kind === 'damaged' ? t('counter.scan.damaged', { code }) : t('counter.scan.unknown', { code }),
      );
    } catch (error) {
      toast.refused(asFailure(error));
    }
  };
  useScans((code) => void find(code));
}
