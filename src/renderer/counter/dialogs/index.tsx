import type { CounterActions } from '../actions';
import type { Notice } from '../cart';
import type { OpenDialog } from '../mode';
import { ActionsDialog } from './ActionsDialog';
import { ChooseDialog } from './ChooseDialog';
import { CustomerDialog } from './CustomerDialog';
import { DiscountDialog } from './DiscountDialog';
import { DrawerDialog } from './DrawerDialog';
import { DuesDialog } from './DuesDialog';
import { HelpDialog } from './HelpDialog';
import { HoldDialog } from './HoldDialog';
import { NoteDialog } from './NoteDialog';
import { PriceDialog } from './PriceDialog';
import { QuantityDialog } from './QuantityDialog';
import { RecallDialog } from './RecallDialog';
import { ReturnDialog } from './ReturnDialog';

interface Props {
  readonly dialog: OpenDialog | null;
  readonly ambiguous: Extract<Notice, { kind: 'ambiguous' }> | null;
  readonly actions: CounterActions;
  readonly onClose: () => void;
}

/** One at a time; a code that wants a decision comes first. */
export default function Dialogs({ dialog, ambiguous, actions, onClose }: Props) {
  if (ambiguous) return <ChooseDialog notice={ambiguous} />;
  switch (dialog?.kind) {
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'actions':
      return <ActionsDialog actions={actions} onClose={onClose} />;
    case 'customer':
      return <CustomerDialog onClose={onClose} />;
    case 'quantity':
      return <QuantityDialog line={dialog.line} onClose={onClose} />;
    case 'price':
      return <PriceDialog line={dialog.line} onClose={onClose} />;
    case 'discount':
      return <DiscountDialog line={dialog.line} onClose={onClose} />;
    case 'note':
      return <NoteDialog line={dialog.line} onClose={onClose} />;
    case 'hold':
      return <HoldDialog onClose={onClose} />;
    case 'recall':
      return <RecallDialog onClose={onClose} />;
    case 'dues':
      return <DuesDialog onClose={onClose} />;
    case 'drawer':
      return <DrawerDialog onClose={onClose} />;
    case 'return':
      return <ReturnDialog code={dialog.code} onClose={onClose} />;
    case undefined:
      return null;
  }
}
