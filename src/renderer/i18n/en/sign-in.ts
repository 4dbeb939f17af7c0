export const signIn = {
  title: 'Who is at the till?',
  pin: '{{name}}’s PIN',
  pinHint: 'Type your PIN',
  other: 'Someone else',
  enter: 'Sign in',
  delete: 'Delete the last digit',
  wrong: 'Wrong PIN. Try again.',
  locked: 'Too many wrong PINs. Try again in {{time}}.',
  nobody: 'Nobody can sign in',
  nobodyText: 'There is no active person in this shop.',
} as const;
