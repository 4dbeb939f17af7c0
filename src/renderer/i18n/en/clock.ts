/** Clocking in and out, at the sign-in and behind the person's name. */
export const clock = {
  title: 'Clock in or out',
  in: 'Clock in',
  out: 'Clock out',
  since: '{{name}} is at work since {{time}}',
  away: '{{name}} is not clocked in',
  today: '{{hours}} of work so far today',
  /** 8 h 05 min. */
  hours: '{{h}} h {{m}} min',
  forgotten: 'Clocked in on {{time}} and never out. A manager can put that right under Staff.',
  inInstead: 'Clock in anyway',
  outInstead: 'Clock out anyway',
  instead: 'This till may not have heard yet.',
  doneIn: '{{name}} clocked in at {{time}}',
  doneOut: '{{name}} clocked out at {{time}}',
  someone: 'Someone else',
  person: 'Who',
  pin: 'Their PIN',
  next: 'Next',
} as const;
