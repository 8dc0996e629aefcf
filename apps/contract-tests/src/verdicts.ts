import type { AnswerCheck } from './answer-check.ts';
import type { Verdict } from './case.ts';
import type { Answer } from './exchange.ts';

/** The answer must be this documented response. */
export function mustBe(check: AnswerCheck, answer: Answer, status: number): Verdict {
  const [first, ...others] = check.problems(answer, status);
  if (first !== undefined) return { outcome: 'failed', problems: [`${first}: ${show(answer)}`, ...others] };
  const additional = check.additionalFields(answer, status);
  return additional.length === 0
    ? { outcome: 'passed' }
    : { outcome: 'passed', note: `the answer has further fields: ${additional.join(', ')}` };
}

/**
 * The request must be turned away, and the contract only infers how: a refusal in the contract's form passes, one in
 * another form is an observation, and anything that may have cancelled the order fails.
 */
export function mustBeRefused(check: AnswerCheck, answer: Answer, inferred: number, what: string): Verdict {
  const { status } = answer;
  if (status === inferred && check.problems(answer, inferred).length === 0) return { outcome: 'passed' };
  if (status === 403 || status === 404) {
    const problem = `answered ${status} before it looked at the request, so nothing is known. Are the key and the order codes of this environment? ${show(answer)}`;
    return { outcome: 'failed', problems: [problem] };
  }
  if (status >= 400 && status < 500) {
    return {
      outcome: 'observed',
      observation: `refused, but not as the inferred ${inferred}: ${show(answer)}`,
    };
  }
  return { outcome: 'failed', problems: [`${what} was not refused: ${show(answer)}`] };
}

/** The contract is silent: whatever is no crash is written down. */
export function observe(answer: Answer): Verdict {
  if (answer.status >= 500) return { outcome: 'failed', problems: [`the server crashed: ${show(answer)}`] };
  return { outcome: 'observed', observation: show(answer) };
}

/** An answer in one line: status, media type and the beginning of the body. */
export function show(answer: Answer): string {
  const type = answer.headers['content-type'] ?? 'no Content-Type';
  const location = answer.headers.location === undefined ? '' : `, Location ${answer.headers.location}`;
  const body = answer.text.replace(/\s+/g, ' ').slice(0, 200);
  return `${answer.status} (${type}${location}) ${body}`.trim();
}
