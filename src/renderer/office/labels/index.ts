/** Labels for shelves and goods. */
export { labelsOfList, labelsOfPurchase } from './bring';
export { LabelsButton } from './LabelsButton';
export { LabelsPage } from './LabelsPage';
