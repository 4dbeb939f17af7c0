import type { CommandName } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { asFailure, call, useCommand } from '../../live';
import { toast } from '../../ui';

type RemoveName = Extract<CommandName, `${string}.remove${string}`> & Removable;
type Removable =
  | 'catalogue.removeBrand'
  | 'catalogue.removeCategory'
  | 'catalogue.removeTaxClass'
  | 'customers.remove'
  | 'orders.remove'
  | 'recipes.remove'
  | 'staff.remove'
  | 'suppliers.remove';

const restores = {
  'catalogue.removeBrand': 'catalogue.restoreBrand',
  'catalogue.removeCategory': 'catalogue.restoreCategory',
  'catalogue.removeTaxClass': 'catalogue.restoreTaxClass',
  'customers.remove': 'customers.restore',
  'orders.remove': 'orders.restore',
  'recipes.remove': 'recipes.restore',
  'staff.remove': 'staff.restore',
  'suppliers.remove': 'suppliers.restore',
} as const satisfies Record<Removable, CommandName>;

/** Takes a record away at once and offers it back. Main may refuse: then it stays, and the person is told why. */
export function useRemoval(name: RemoveName): (id: string, what: string) => Promise<boolean> {
  const { t } = useTranslation();
  const removal = useCommand(name);
  return async (id, what) => {
    if (!(await removal.run({ id })).ok) return false;
    const restore = async () => {
      try {
        // Not a hook's command: the screen may be gone by the time somebody thinks better of it.
        await call(restores[name], { id });
        toast.done(() => t('common.restored', { name: what }));
      } catch (error) {
        toast.refused(asFailure(error));
      }
    };
    toast.undo(
      () => t('common.removed', { name: what }),
      () => void restore(),
    );
    return true;
  };
}
