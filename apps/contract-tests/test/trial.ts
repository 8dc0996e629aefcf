import type { ReportedQuestion } from '@ax-cloud/contract/report';
import { expect } from 'vitest';
import { CONFORMING } from '../faults/conforming.ts';
import { ledger } from '../faults/judge.ts';
import { type Trial, tryServer } from '../faults/try.ts';
import type { Server, Variant } from '../faults/variant.ts';
import { contract } from '../faults/words.ts';
import { answerQuestions } from '../src/report/questions.ts';

/** The suite's results for the conforming server. */
export const baseline = await tryServer(contract, CONFORMING);
/** The answers of that run: question → reading. */
export const conformingAnswers = readingsOf(baseline);

/** Runs the suite against a server. */
export function tryVariant({ change, send, orders, pairs }: Omit<Server, 'does'>): Promise<Trial> {
  const timeoutMs = send === undefined ? 5000 : 1500;
  const behaviour = { ...CONFORMING, ...change };
  return tryServer(contract, behaviour, {
    send,
    timeoutMs,
    ...(orders === undefined ? {} : { orders }),
    ...(pairs === undefined ? {} : { pairs }),
  });
}

/** The ids of the failed cases. */
export function failures({ results }: Trial): string[] {
  return results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
}

/**
 * The wrong answers of a run, each with its evidence. A question in `answers` must have exactly that answer. Any other question
 * must stay open or have the conforming server's answer.
 */
export function falseAnswers({ results }: Trial, answers: Server['answers'] = {}): string[] {
  const isFalse = ({ id, reading }: ReportedQuestion) =>
    id in answers ? reading !== answers[id] : reading !== null && reading !== conformingAnswers[id];
  return answerQuestions(ledger, results)
    .filter(isFalse)
    .map(({ id, reading, evidence }) => {
      const by = evidence.map((one) => `${one.case} (${one.readings.join(' or ')})`).join(', ');
      return `${id}=${reading}${by === '' ? '' : `, by ${by}`}`;
    });
}

/** Runs the suite against a faulty server. `fails` must fail, only `also` may fail too, and no answer may be wrong. */
export async function expectNamed({ fails, also, ...server }: Variant): Promise<Trial> {
  const trial = await tryVariant(server);
  const failed = failures(trial);
  expect(failed).toContain(fails);
  expect(failed.filter((id) => id !== fails && !also?.test(id))).toEqual([]);
  expect(falseAnswers(trial, server.answers)).toEqual([]);
  return trial;
}

function readingsOf({ results }: Trial): Readonly<Record<string, string | null>> {
  return Object.fromEntries(answerQuestions(ledger, results).map(({ id, reading }) => [id, reading]));
}
