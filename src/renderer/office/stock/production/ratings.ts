/** The words of a mark, from 1 to 5. */
export const ratings = ['bad', 'poor', 'fine', 'good', 'best'] as const;
export type Rating = (typeof ratings)[number];

/** The mark that a word means. */
export const markOf = (rating: Rating): number => ratings.indexOf(rating) + 1;
