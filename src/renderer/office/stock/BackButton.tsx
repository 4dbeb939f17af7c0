export { BackButton } from '../parts';
