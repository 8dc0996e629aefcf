import { CommandError } from '@ax-cloud/contract/command-error';
import type { Ledger, Question } from '@ax-cloud/contract/ledger';
import { type Report, type ReportedQuestion, readingsLeft } from '@ax-cloud/contract/report';
import type { Answer } from '@ax-cloud/contract/settle/answer';
import { requestMessage, responseMessage } from './http-message.ts';

/**
 * Reads the answers of a run to open questions of the ledger. Settled questions are left out. So are questions whose evidence
 * allows more than one reading, because it proves none.
 *
 * @param only the questions to settle; if empty, all that the run answers
 * @throws {CommandError} if the ledger does not have a question, if the run does not answer it, if its evidence contradicts itself,
 * or if its answer contradicts a settled one
 */
export function answersOfReport(report: Report, { questions }: Ledger, only: readonly string[]): Answer[] {
  for (const id of only) questionOf(questions, id);
  const wanted = report.questions.filter(({ id }) => only.length === 0 || only.includes(id));
  const unanswered = only.filter((id) => !wanted.some((one) => one.id === id && one.state !== 'unknown'));
  if (unanswered.length > 0)
    throw new CommandError(`The run does not answer ${unanswered.join(', ')}. Leave it out of --only.`);
  for (const one of wanted) refuseMixed(one);
  return wanted.flatMap((one) => {
    const question = questionOf(questions, one.id);
    if (one.reading === null) {
      if (only.length === 0 || one.state === 'unknown') return [];
      const left = readingsLeft(one.evidence).join(' from ');
      throw new CommandError(`The run does not tell ${left} of ${one.id}. Leave it out of --only.`);
    }
    if (isSettled(question, one.reading)) return [];
    return [{ question: one.id, reading: one.reading, settled: observed(report, one) }];
  });
}

/**
 * Reads answers of AX Cloud.
 *
 * @param names `question=reading`
 * @param because what AX Cloud said, and where
 * @param date `YYYY-MM-DD`
 * @throws {CommandError} if the ledger does not have a question or reading, or if an answer contradicts a settled one
 */
export function confirmedAnswers(
  names: readonly string[],
  because: string,
  date: string,
  { questions }: Ledger,
): Answer[] {
  return names.flatMap((name) => {
    const [id = '', reading = ''] = name.split(/=(.*)/s);
    const question = questionOf(questions, id);
    if (!question.readings.some((one) => one.id === reading)) {
      const known = question.readings.map((one) => `${id}=${one.id}`).join(', ');
      throw new CommandError(`The question "${id}" has no reading "${reading}". Write one of ${known}.`);
    }
    if (isSettled(question, reading)) return [];
    return [{ question: id, reading, settled: { as: 'confirmed', date, answer: because } }];
  });
}

function questionOf(questions: readonly Question[], id: string): Question {
  const question = questions.find((one) => one.id === id);
  if (question !== undefined) return question;
  throw new CommandError(`"${id}" is not a question of the ledger. "pnpm reading" lists them.`);
}

/** @throws {CommandError} if the question is settled as another reading */
function isSettled({ id, taken, settled }: Question, reading: string): boolean {
  if (settled === undefined) return false;
  if (taken === reading) return true;
  const by = settled.as === 'observed' ? `by the run ${settled.run}` : 'by an answer of AX Cloud';
  throw new CommandError(
    `${id}=${reading} contradicts ${id}=${taken}, which was settled on ${settled.date} ${by}. Find out which is right; to take the settlement back, revert its commit.`,
  );
}

function refuseMixed({ id, state, evidence }: ReportedQuestion): void {
  if (state !== 'mixed') return;
  const cases = evidence.map((one) => `${one.case}: ${one.readings.join(' or ')}`).join('; ');
  throw new CommandError(
    `The evidence on ${id} contradicts itself (${cases}). Run "pnpm contract" again, or name the other questions with --only.`,
  );
}

function observed({ startedAt, runId, target }: Report, question: ReportedQuestion): Answer['settled'] {
  const { evidence, reading } = question;
  const supporting = evidence.filter(({ readings }) => reading !== null && readings.includes(reading));
  const shown = supporting.find(({ exchange }) => exchange !== null) ?? supporting[0];
  return {
    as: 'observed',
    date: startedAt.slice(0, 10),
    run: runId,
    server: target.baseUrl,
    case: shown?.case ?? '',
    request: shown?.exchange ? requestMessage(shown.exchange.request) : 'Several requests of the run',
    response: shown?.exchange?.response
      ? responseMessage(shown.exchange.response)
      : (shown?.actual ?? shown?.says.en ?? ''),
  };
}
