/** A run waits no longer than this for a server to take requests again, in milliseconds. */
const LONGEST_WAIT = 60_000;
/** So many 429s in a row, each after the wait that it asked for. */
const MOST_REFUSALS = 6;
/** The milliseconds between two requests after the first 429: about 16 requests a second. */
const FIRST_INTERVAL = 60;
const LONGEST_INTERVAL = 2000;

/**
 * Says when the next request may go out. It starts with as many requests a second as it is given.
 *
 * @param rate undefined for as many as come
 */
export function createPace(rate: number | undefined) {
  let interval = rate === undefined ? 0 : 1000 / rate;
  let next = 0;
  let pausedUntil = 0;
  let refusals = 0;
  let hopeless = false;
  let underWay = Promise.resolve();
  const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  return {
    wait,
    /**
     * Waits for the turn of one request.
     *
     * @returns what to call when its response is there: after a 429, one request at a time is under way
     */
    async turn(): Promise<() => void> {
      const before = underWay;
      const { promise, resolve } = Promise.withResolvers<void>();
      if (this.isSerial()) {
        underWay = promise;
        await before;
      }
      const now = Date.now();
      const start = Math.max(now, next, pausedUntil);
      next = start + interval;
      if (start > now) await wait(start - now);
      // Another request has been told to wait in the meantime.
      if (Date.now() < pausedUntil) await wait(pausedUntil - Date.now());
      return resolve;
    },
    /** The server has said 429: the next turn comes when it asks for, and there are fewer a second from then on. */
    slowDown(retryAfter: string | undefined) {
      const asked = millisecondsOf(retryAfter) ?? 1000;
      const before = pausedUntil;
      // Requests that were under way together are told once.
      if (Date.now() >= before) {
        refusals += 1;
        interval = Math.min(LONGEST_INTERVAL, interval === 0 ? FIRST_INTERVAL : interval * 1.5);
      }
      hopeless = asked > LONGEST_WAIT || refusals > MOST_REFUSALS;
      pausedUntil = Math.max(before, Date.now() + asked);
      next = Math.max(next, pausedUntil);
    },
    /** Whether one request at a time is under way. */
    isSerial: () => interval >= FIRST_INTERVAL,
    /** Whether the server asks for longer than a run can wait, or says 429 again and again. */
    isHopeless: () => hopeless,
    /** The server has responded in its usual way. */
    relax() {
      refusals = 0;
    },
  };
}

/** Reads `Retry-After`: seconds or a date (RFC 9110, 10.2.3). */
function millisecondsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
