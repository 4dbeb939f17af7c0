/** The words on the paper itself are the shop's: src/shared/receipt/words. */
export const receipt = {
  label: 'Receipt of bill {{number}}',
} as const;
