/** When the shop's file cannot be opened: instead of the app. */
export { Trouble as default } from './Trouble';
