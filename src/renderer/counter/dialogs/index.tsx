import type { Notice } from '../cart';
import type { OpenDialog } from '../mode';
import { ChooseDialog } from './ChooseDialog';
import { CustomerDialog } from './CustomerDialog';
import { DiscountDialog } from './DiscountDialog';
import { HelpDialog } from './HelpDialog';
import { QuantityDialog } from './QuantityDialog';

interface Props {
  readonly dialog: OpenDialog | null;
  readonly ambiguous: Extract<Notice, { kind: 'ambiguous' }> | null;
  readonly onClose: () => void;
}

/** One at a time; a code that wants a decision comes first. */
export default function Dialogs({ dialog, ambiguous, onClose }: Props) {
  if (ambiguous) return <ChooseDialog notice={ambiguous} />;
  switch (dialog?.kind) {
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'customer':
      return <CustomerDialog onClose={onClose} />;
    case 'quantity':
      return <QuantityDialog line={dialog.line} onClose={onClose} />;
    case 'discount':
      return <DiscountDialog line={dialog.line} onClose={onClose} />;
    case undefined:
      return null;
  }
}
