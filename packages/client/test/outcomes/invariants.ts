import type { Outcome } from '../../src/index.ts';
import { type Run, TIMEOUT_MS } from './perform.ts';

/** What must hold whatever happens. */
export interface Invariant {
  name: string;
  holds(run: Run): boolean;
}

const failureOf = ({ result }: Run) => (result?.ok === false ? result.error : undefined);
const outcomeOf = (run: Run) => failureOf(run)?.outcome;

/** From the least that can have happened to the most. */
const OUTCOMES: readonly (Outcome | 'cancelled')[] = ['not_sent', 'rejected', 'unknown'];

/** What the attempts tell together: the proof of a success, or else the most that can have happened. */
function told({ sequence, elapsedMs }: Run): Outcome | 'cancelled' {
  const tells = sequence.map((event) => event.tells);
  // The time limit ends an attempt before it has told anything.
  if (elapsedMs >= TIMEOUT_MS && sequence.length > 0) tells.push('unknown');
  if (tells.at(-1) === 'cancelled') return 'cancelled';
  return OUTCOMES[Math.max(0, ...tells.map((one) => OUTCOMES.indexOf(one)))] ?? 'unknown';
}

export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'The order counts as not sent only when no request reached the server',
    holds: (run) => outcomeOf(run) !== 'not_sent' || run.server.requests === 0,
  },
  {
    name: 'The order counts as not sent or rejected only when it is not cancelled',
    holds: (run) => !['not_sent', 'rejected'].includes(outcomeOf(run) ?? '') || !run.server.cancelled,
  },
  {
    name: 'A call succeeds only when the response repeats the request and the order is cancelled',
    holds: (run) =>
      run.result?.ok !== true || (run.sequence.at(-1)?.tells === 'cancelled' && run.server.cancelled),
  },
  {
    name: 'The client sends again only if the request did not arrive or the server asked it to come back',
    holds: ({ sequence }) =>
      sequence.slice(0, -1).every(({ arrives, asksBack }) => !arrives || asksBack === true),
  },
  {
    name: 'The outcome is neither more nor less than what the attempts tell',
    holds: (run) =>
      run.result === undefined
        ? run.key.endsIn === 'exception'
        : (outcomeOf(run) ?? 'cancelled') === told(run),
  },
  {
    name: 'The message says what the outcome says',
    holds: (run) => {
      const { message = '', outcome } = failureOf(run) ?? {};
      if (outcome === undefined) return true;
      return (
        /Nothing was sent/.test(message) === (outcome === 'not_sent') &&
        /is unknown: check it with AX Cloud before you send it again/.test(message) ===
          (outcome === 'unknown')
      );
    },
  },
  {
    name: 'The call ends within its time limit',
    holds: ({ elapsedMs }) => elapsedMs <= TIMEOUT_MS,
  },
  {
    name: 'The log gets every attempt, and the last one has the outcome of the result',
    holds: ({ exchanges, sends, result }) =>
      exchanges.length === sends &&
      (sends === 0 || result === undefined || exchanges.at(-1)?.outcome === result.error?.outcome),
  },
];
