import { type Money, money, ZERO } from './amount';

interface Claim {
  readonly index: number;
  readonly floor: number;
  /** What the floor leaves over, in parts of the sum of the weights. */
  readonly rest: bigint | number;
}

/**
 * Shares `total` out in proportion to `weights`, so that the shares sum exactly (largest remainder): everyone gets the
 * whole units of their exact share; what is left goes, one unit each, to the largest remainders, ties to the earlier.
 * Nothing below zero; where there is something to share, some weight must be above zero.
 */
export function shareOut(total: Money, weights: readonly number[]): Money[] {
  if (total === 0) return weights.map(() => ZERO);
  let sum = 0;
  let largest = 0;
  for (const weight of weights) {
    sum += weight;
    if (weight > largest) largest = weight;
  }
  if (total < 0 || sum <= 0) throw new RangeError(`cannot share ${total} out over weights of ${sum}`);
  const safe = Number.isSafeInteger(total * largest) && Number.isSafeInteger(sum);
  const claims = safe ? claimsInDoubles(total, weights, sum) : claimsInBigInt(total, weights);

  let left = total;
  for (const claim of claims) left = money(left - claim.floor);
  const shares = claims.map((claim) => claim.floor);
  if (left > 0) {
    // Array sort is stable, so equal remainders stay in the order of the lines.
    const ranked = claims.toSorted((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : 0));
    for (const claim of ranked.slice(0, left)) shares[claim.index] = claim.floor + 1;
  }
  return shares.map((share) => money(share));
}

/** Exact while total × weight is a safe integer: see roundedRatio. */
function claimsInDoubles(total: number, weights: readonly number[], sum: number): Claim[] {
  return weights.map((weight, index) => {
    const product = total * weight;
    const rest = product % sum;
    return { index, floor: (product - rest) / sum, rest };
  });
}

function claimsInBigInt(total: number, weights: readonly number[]): Claim[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  return weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    return { index, floor: Number(product / sum), rest: product % sum };
  });
}
