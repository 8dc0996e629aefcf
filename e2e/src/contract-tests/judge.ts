import type { Answers, Fault, Stack } from './catalogue.ts';
import type { SuiteRun } from './run-suite.ts';

/** Where the contract tests showed a fault. */
export type Seen = 'right cause' | 'elsewhere' | 'observed' | 'unseen';

/** What a run got right and wrong. */
export interface Judgement {
  /** Undefined for a conforming server. */
  seen: Seen | undefined;
  /** The cases that failed, without those that may. */
  failed: string[];
  /** Answers that are not true of the server, as `question=reading`. */
  falseAnswers: string[];
  /** Why there is nothing to judge; undefined where there is. */
  noReport: string | undefined;
}

const FAILED = ['failed', 'error'];

/** Compares a run with what is known of the server. */
export function judge({ report, output }: SuiteRun, stack: Stack, fault: Fault | undefined): Judgement {
  if (report === undefined) {
    return {
      seen: fault && 'unseen',
      failed: [],
      falseAnswers: [],
      noReport: output.trim().slice(-300) || 'no output',
    };
  }
  const ids = (...outcomes: string[]) =>
    report.cases.filter(({ outcome }) => outcomes.includes(outcome)).map(({ id }) => id);
  const failed = ids(...FAILED).filter((id) => stack.mayFail[id] === undefined);
  const answers = { ...stack.answers, ...fault?.answers };
  return {
    seen: fault && findFault(fault, failed, ids('observed')),
    failed,
    falseAnswers: findFalseAnswers(report.questions, answers),
    noReport: undefined,
  };
}

/** A case that may fail does not show a fault: it fails without one, too. */
function findFault({ breaks, cause }: Fault, failed: readonly string[], observed: readonly string[]): Seen {
  const isCause = (id: string) => cause.some((beginning) => id.startsWith(beginning));
  if (failed.some(isCause)) return 'right cause';
  if (breaks === 'unspecified' && observed.some(isCause)) return 'observed';
  if (failed.length > 0) return 'elsewhere';
  return observed.some(isCause) ? 'observed' : 'unseen';
}

function findFalseAnswers(
  questions: readonly { id: string; reading: string | null }[],
  answers: Answers,
): string[] {
  return questions.flatMap(({ id, reading }) =>
    reading === null || answers[id]?.includes(reading) ? [] : [`${id}=${reading}`],
  );
}
