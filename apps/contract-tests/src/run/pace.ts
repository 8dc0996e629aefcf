/** The longest wait that a run accepts from `Retry-After`, in milliseconds. */
const LONGEST_WAIT = 60_000;
/** How many 429s in a row a run accepts, each after the wait that it asked for. */
const MOST_REFUSALS = 6;
/** The milliseconds between two requests after the first 429: about 16 requests a second. */
const FIRST_INTERVAL = 60;
const LONGEST_INTERVAL = 2000;

/**
 * Decides when the next request may be sent.
 *
 * @param rate the most requests a second at the start; undefined for no limit
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
     * @returns what to call when its response is there: after a 429, the next request waits for it
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
      // A 429 to another request may have come in the meantime.
      if (Date.now() < pausedUntil) await wait(pausedUntil - Date.now());
      return resolve;
    },
    /** After a 429: waits as long as the server asks for, and sends fewer requests a second from then on. */
    slowDown(retryAfter: string | undefined) {
      const asked = millisecondsOf(retryAfter) ?? 1000;
      const before = pausedUntil;
      // Parallel requests that got a 429 together count once.
      if (Date.now() >= before) {
        refusals += 1;
        interval = Math.min(LONGEST_INTERVAL, interval === 0 ? FIRST_INTERVAL : interval * 1.5);
      }
      hopeless = asked > LONGEST_WAIT || refusals > MOST_REFUSALS;
      pausedUntil = Math.max(before, Date.now() + asked);
      next = Math.max(next, pausedUntil);
    },
    /** Whether requests are sent one at a time. */
    isSerial: () => interval >= FIRST_INTERVAL,
    /** Whether the server asks for too long a wait, or has sent too many 429s in a row. */
    isHopeless: () => hopeless,
    /** Ends a row of 429s: the server has responded itself. */
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
