import { type Condition, FORWARD } from './condition.ts';
import { seededRandom } from './seeded-random.ts';

/** Cuts a share of the connections, in turn before the server gets the request and after it has acted. */
export function drops(share: number, seed: number): Condition {
  const random = seededRandom(seed);
  let dropped = 0;
  return () => {
    if (random() >= share) return FORWARD;
    dropped += 1;
    return { does: 'drop', when: dropped % 2 === 1 ? 'before the server' : 'after the server' };
  };
}
