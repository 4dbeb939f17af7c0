/** Who is at the till: people and their PINs. */
export { SignIn } from './SignIn';
