/** A second till: from the shops on the network to signing in. */
export { JoinShop } from './JoinShop';
