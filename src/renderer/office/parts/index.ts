/** What the office's pages are made of. The frame (`Page`), long lists (`VirtualTable`) and dialogs are in `ui/office`, forms in `office/form`. */

export { BackButton } from './BackButton';
export { CreateButton } from './CreateButton';
export { DayRange, type Days, daysQuery, withDay } from './DayRange';
export { isMarked } from './isMarked';
export { Loaded } from './Loaded';
export { MessageDialog } from './MessageDialog';
export { MoreMenu } from './MoreMenu';
export { NothingFound } from './NothingFound';
export { PageTabs } from './PageTabs';
export { ProductPicker } from './ProductPicker';
export { RowAction, type RowColumn, RowName, RowTable, Tag } from './RowTable';
export { Sections } from './Sections';
export { useRemoval } from './useRemoval';
export { useScannedProduct } from './useScannedProduct';
