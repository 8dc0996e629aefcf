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

/** Sends the requests of a run as fast as the server allows, and ends the run when the server is gone. */
export type Session = ReturnType<typeof createSession>;

/** The pauses before a request is sent again, in milliseconds: the server is away, or a gateway responds in its place. */
const AWAY_PAUSES = [300, 1000, 2500];
/** The pauses after a lost connection, which the request itself may have caused. */
const LOST_PAUSES = [30, 100, 300];
/** The statuses of common firewalls for a request that looks like an attack. */
const FIREWALL = [403, 406];
/** After this many requests in a row without a response, the run checks whether the server is still there. */
const SILENT_REQUESTS = 5;

/**
 * Starts a session.
 *
 * @param probe a request that every such server responds to
 */
export function createSession(
  { baseUrl, timeoutMs, rate }: Pick<Settings, 'baseUrl' | 'timeoutMs' | 'rate'>,
  contract: Contract,
  probe: OutgoingRequest,
) {
  const origin = new URL(baseUrl);
  const pace = createPace(rate);
  const exchanges: Exchange[] = [];
  let [requests, received, lost, silent] = [0, 0, 0, 0];
  let stopped: Bilingual | undefined;
  // The last requests: those without a response since the last response, otherwise the one that got it.
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
      // Before the next request gets its turn, so that it waits, too.
      if (response.status === 429) pace.slowDown(response.headers['retry-after']);
      return response;
    } finally {
      done();
    }
  }

  /** The pause before the same request is sent again; undefined when it is not sent again. */
  function pauseAfter({ reason, code }: NoResponse, tries: number): number | undefined {
    // A server that has never responded is not there.
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

  /** Ends the run if the server does not respond to the probe after several requests without a response. */
  async function noteSilence(): Promise<void> {
    silent += 1;
    if (silent < SILENT_REQUESTS || received === 0) return;
    silent = 0;
    try {
      await sendOnce(probe);
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
    /** Whether requests are sent one at a time, as after a rate limit. */
    get serial(): boolean {
      return pace.isSerial();
    },
    /** Why the run is over; undefined while it is not. */
    get stopped(): Bilingual | undefined {
      return stopped;
    },
    /** Ends the run: nothing more is sent. */
    stop,
    /**
     * Sends a request. Sends it again if no connection could be made, the connection was lost, or a gateway or a rate limit responded.
     *
     * @returns the server's own response
     * @throws {NoResponse} when no attempt got a complete response
     * @throws {Unanswered} when something in front of the server responded to every attempt, or the run is over
     */
    async send(request: OutgoingRequest, allowance: Allowance, entry: Exchange): Promise<HttpResponse> {
      if (stopped !== undefined) throw new Unanswered(stopped);
      exchanges.push(entry);
      try {
        const response = await receive(request, entry);
        entry.response = response;
        entry.failure = undefined;
        entry.durationMs = response.durationMs;
        // A server whose own refusals are pages fails in the cases that do not allow a firewall.
        if (allowance.firewall && FIREWALL.includes(response.status) && isHtml(response)) {
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
