/** Letting another till in, at the host. */
export { AddTill } from './AddTill';
