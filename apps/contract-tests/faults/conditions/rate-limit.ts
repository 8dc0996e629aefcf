import { type Condition, type Effect, FORWARD } from './condition.ts';

const tooMany = (retryAfter: string | undefined, body: string): Effect => ({
  does: 'respond',
  status: 429,
  headers: {
    'content-type': 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  },
  body,
});

/** A token bucket of `perSecond` tokens that refills at that rate. A refused request takes no token. */
export function rateLimit(
  perSecond: number,
  { retryAfter, body = '' }: { retryAfter?: string; body?: string } = {},
): Condition {
  let tokens = perSecond;
  let last: number | undefined;
  return ({ at }) => {
    tokens = Math.min(perSecond, tokens + ((at - (last ?? at)) / 1000) * perSecond);
    last = at;
    if (tokens < 1) return tooMany(retryAfter, body);
    tokens -= 1;
    return FORWARD;
  };
}

/** Refuses every request after the first `most`, although each refusal says to retry in a second. */
export const neverRelenting =
  (most: number): Condition =>
  ({ number }) =>
    number > most ? tooMany('1', '{"detail":"Too many requests."}') : FORWARD;
