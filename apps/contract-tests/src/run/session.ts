import type { Contract } from '@ax-cloud/contract/contract';
import { isGateway } from '@ax-cloud/contract/refusal-statuses';
import type { Bilingual } from '../bilingual.ts';
import { Unanswered } from '../cases/case.ts';
import {
  type Allowance,
  type Exchange,
  type HttpResponse,
  NoResponse,
  type OutgoingRequest,
} from '../http/message.ts';
import { isHtml, show } from '../http/response.ts';
import { send } from '../http/send.ts';
import type { Settings } from '../settings.ts';
import { createPace } from './pace.ts';
import { inItsPlace, rateLimited, wentAway } from './reasons.ts';

/** Sends the requests of a run, as fast as the server lets it, and says when there is no use in going on. */
export type Session = ReturnType<typeof createSession>;

/** Milliseconds before a request is sent again: the server is not there, or a gateway responds in its place. */
const AWAY_PAUSES = [300, 1000, 2500];
/** The same after a lost connection, which may be the request's own fault. */
const LOST_PAUSES = [30, 100, 300];
/** So many requests in a row without the server's own response call for a sign of life. */
const SILENT_REQUESTS = 5;

/**
 * Starts a session.
 *
 * @param sign a request that any server of this kind responds to, by which it shows that it is there
 */
export function createSession(
  { baseUrl, timeoutMs, rate }: Pick<Settings, 'baseUrl' | 'timeoutMs' | 'rate'>,
  contract: Contract,
  sign: OutgoingRequest,
) {
  const origin = new URL(baseUrl);
  const pace = createPace(rate);
  const exchanges: Exchange[] = [];
  let [requests, received, lost, silent] = [0, 0, 0, 0];
  let stopped: Bilingual | undefined;
  // The requests that went out last: those without a response since one got one, or else that one.
  let [lastSent, isAnswered]: [Exchange[], boolean] = [[], true];

  function stop(why: Bilingual): Unanswered {
    stopped ??= why;
    return new Unanswered(stopped);
  }

  async function sendOnce(request: OutgoingRequest, entry?: Exchange): Promise<HttpResponse> {
    const done = await pace.turn();
    try {
      if (stopped !== undefined) throw new Unanswered(stopped);
      requests += 1;
      if (entry !== undefined) entry.failure ??= 'no response';
      const response = await send(origin, request, timeoutMs);
      // Before the next request sets out, so that it waits as well.
      if (response.status === 429) pace.slowDown(response.headers['retry-after']);
      return response;
    } finally {
      done();
    }
  }

  /** What to wait before the same request is sent again; undefined when it is not. */
  function pauseAfter({ reason, code }: NoResponse, tries: number): number | undefined {
    // What has never responded is not there.
    if (received === 0) return undefined;
    if (reason === 'failed' || reason === 'cut-off') return LOST_PAUSES[tries];
    if (reason !== 'not-sent') return undefined;
    const pause = AWAY_PAUSES[tries];
    if (pause === undefined) throw stop(wentAway(received, code, lastSent));
    return pause;
  }

  function noteSent(entry: Exchange, answered: boolean): void {
    if (answered || isAnswered) lastSent = [];
    lastSent.push(entry);
    isAnswered = answered;
  }

  /** After several requests without a response: whether anything responds at all. */
  async function noteSilence(): Promise<void> {
    silent += 1;
    if (silent < SILENT_REQUESTS || received === 0) return;
    silent = 0;
    try {
      await sendOnce(sign);
    } catch (error) {
      if (!(error instanceof NoResponse)) throw error;
      throw stop(wentAway(received, error.code || error.reason, lastSent));
    }
  }

  async function receive(request: OutgoingRequest, entry: Exchange): Promise<HttpResponse> {
    let before: string | undefined;
    for (let [tries, away] = [0, 0]; ; ) {
      let response: HttpResponse;
      try {
        response = await sendOnce(request, entry);
        received += 1;
        noteSent(entry, true);
      } catch (error) {
        if (!(error instanceof NoResponse)) throw error;
        const isSent = error.reason !== 'not-sent';
        if (isSent) noteSent(entry, false);
        const pause = pauseAfter(error, tries);
        if (pause === undefined) {
          await noteSilence();
          throw error;
        }
        if (isSent) before ??= error.message;
        lost += 1;
        tries += 1;
        await pace.wait(pause);
        continue;
      }
      if (response.status === 429) {
        if (pace.isHopeless()) throw stop(rateLimited(requests, response));
        continue;
      }
      if (!isGateway(contract, response.status)) {
        silent = 0;
        pace.relax();
        return { ...response, lost: before };
      }
      const pause = AWAY_PAUSES[away];
      if (pause === undefined) {
        silent += 1;
        if (silent >= 3) throw stop(wentAway(received, show(response), []));
        throw new Unanswered(inItsPlace('a gateway', '게이트웨이', response));
      }
      before ??= show(response);
      away += 1;
      await pace.wait(pause);
    }
  }

  return {
    exchanges,
    get requests(): number {
      return requests;
    },
    /** How many requests got no response and were sent again. */
    get lost(): number {
      return lost;
    },
    /** Whether one request at a time is under way, as after a rate limit. */
    get serial(): boolean {
      return pace.isSerial();
    },
    /** Why the run is over; undefined while it is not. */
    get stopped(): Bilingual | undefined {
      return stopped;
    },
    /** Ends the run: nothing is sent any more. */
    stop,
    /**
     * Sends a request, again where no connection came to stand, the connection was lost, or a gateway or a rate limit responded.
     *
     * @returns the exchange, whose response is the server's
     * @throws {NoResponse} when the server gives no complete response, each time
     * @throws {Unanswered} when something before the server responds, each time, or the run is over
     */
    async send(request: OutgoingRequest, allowance: Allowance, entry: Exchange): Promise<HttpResponse> {
      if (stopped !== undefined) throw new Unanswered(stopped);
      exchanges.push(entry);
      try {
        const response = await receive(request, entry);
        entry.response = response;
        entry.failure = undefined;
        entry.durationMs = response.durationMs;
        // A server whose own refusals are pages fails elsewhere: there, no firewall is allowed for.
        if (allowance.firewall && response.status === 403 && isHtml(response)) {
          throw new Unanswered(inItsPlace('a firewall', '방화벽', response));
        }
        return response;
      } catch (error) {
        if (error instanceof NoResponse || (error instanceof Unanswered && entry.failure !== undefined))
          entry.failure = error.message;
        if (error instanceof NoResponse) {
          entry.durationMs = error.durationMs;
        }
        throw error;
      }
    },
  };
}
