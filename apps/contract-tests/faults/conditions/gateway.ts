import { type Condition, FORWARD } from './condition.ts';
import { nginxError } from './nginx.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * A gateway that fails for a share of the requests, with 502, 503 and 504 in turn. At 502 and 503, the server did not get the
 * request. At 504, the server acted, but its response came too late.
 */
export function flakyGateway(share: number, seed: number): Condition {
  const random = seededRandom(seed);
  const errors = [nginxError(502), nginxError(503), { ...nginxError(504), forwardsFirst: true }];
  let failed = 0;
  return () => {
    if (random() >= share) return FORWARD;
    failed += 1;
    return errors[(failed - 1) % errors.length] ?? FORWARD;
  };
}

/** A gateway that cannot reach its server from one request on. */
export const badGatewayFrom =
  (first: number): Condition =>
  ({ number }) =>
    number >= first ? nginxError(502) : FORWARD;

/** A gateway that cannot reach its server for a while, from one request on. */
export function badGatewayFor(durationMs: number, first: number): Condition {
  let began: number | undefined;
  return ({ number, at }) => {
    if (number < first) return FORWARD;
    began ??= at;
    return at - began < durationMs ? nginxError(502) : FORWARD;
  };
}
