/** Clocking in and out, at the sign-in and behind the person's name. */
export const clock = {
  title: 'Clock in or out',
  in: 'Clock in',
  out: 'Clock out',
  since: '{{name}} has been at work since {{time}}',
  away: '{{name}} is not clocked in',
  today: '{{hours}} of work so far today',
  /** 8 h 05 min. */
  hours: '{{h}} h {{m}} min',
  forgotten: 'Clocked in on {{time}} and never out. A manager can correct that under Staff.',
  instead: { in: 'Clocked out at another till?', out: 'Clocked in at another till?' },
  long: 'That is {{hours}} ago. If clocking out was forgotten, clock in now: a manager can add the missing time.',
  outLong: 'Clock out after {{hours}}',
  doneIn: '{{name}} clocked in at {{time}}',
  doneOut: '{{name}} clocked out at {{time}}',
  someone: 'Someone else',
  person: 'Who',
  pin: 'Their PIN',
  next: 'Next',
} as const;
