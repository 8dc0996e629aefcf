import { type Bilingual, bilingual } from './bilingual.ts';
import type { CaseContext, Verdict } from './case.ts';
import type { HttpResponse } from './exchange.ts';
import { formProblems, type ResponseCheck } from './response-check.ts';
import { speaksOfKey, speaksOfOrder } from './statuses.ts';

export function passed(...remarks: Bilingual[]): Verdict {
  return { outcome: 'passed', remarks };
}

export function failed(first: Bilingual, ...others: Bilingual[]): Verdict {
  return { outcome: 'failed', remarks: [first, ...others] };
}

export function observed(remark: Bilingual, answers?: Record<string, string>): Verdict {
  return { outcome: 'observed', remarks: [remark], ...(answers === undefined ? {} : { answers }) };
}

/** Adds to a verdict what it says of the ledger's questions. */
export function answering(verdict: Verdict, answers: Record<string, string>): Verdict {
  return { ...verdict, answers: { ...verdict.answers, ...answers } };
}

/** The response must be this documented one. `what` begins the cause: what of the request makes it so. */
export function mustBe(
  check: ResponseCheck,
  response: HttpResponse,
  status: number,
  what: Bilingual,
): Verdict {
  const problems = check.problems(response, status);
  const [first, ...others] = problems.map((problem) => join(what, problem));
  return first === undefined ? passed() : failed(first, ...others);
}

/**
 * The request must be turned away, and the contract only infers how: a refusal in the contract's form passes, another
 * refusal is an observation, and whatever may have cancelled the order fails.
 *
 * @param inferred the statuses that the contract infers, or HTTP has for it
 */
export function mustBeRefused(
  { contract, check }: Pick<CaseContext, 'contract' | 'check'>,
  response: HttpResponse,
  inferred: readonly number[],
  what: Bilingual,
): Verdict {
  const { status } = response;
  if (status < 300) {
    return failed(join(what, bilingual(`it was accepted with ${status}`, `${status}으로 받아들여졌습니다`)));
  }
  const elsewhere = speaksOfKey(contract, status) || speaksOfOrder(contract, status);
  if (elsewhere && !inferred.includes(status)) {
    return failed(
      join(
        what,
        bilingual(
          `it got ${status}, which speaks of the key or the order code; both are right`,
          `API Key 또는 주문 코드를 가리키는 ${status} 응답을 받았습니다. 둘 다 올바른 값입니다`,
        ),
      ),
    );
  }
  const isDocumented = inferred.includes(status) && contract.responses.some((one) => one.status === status);
  const problems = isDocumented ? check.problems(response, status) : formProblems(response);
  if (isDocumented && problems.length === 0 && check.namesNothing(response)) problems.push(NAMES_NOTHING);
  if (inferred.includes(status) && problems.length === 0) return passed();
  const how = problems.map(({ en }) => `; ${en}`).join('');
  const howKo = problems.map(({ ko }) => `; ${ko}`).join('');
  return observed(
    bilingual(
      `refused, but not as the inferred ${inferred.join(' or ')}${how}: ${show(response)}`,
      `거부되었으나 추정한 ${inferred.join(' 또는 ')}과 다릅니다${howKo}: ${show(response)}`,
    ),
  );
}

const NAMES_NOTHING = bilingual(
  "the body has none of the contract's fields",
  '본문에 명세의 필드가 하나도 없습니다',
);

/** The contract does not specify the response: whatever came is written down. */
export function observe(response: HttpResponse, answers?: Record<string, string>): Verdict {
  return observed(bilingual(show(response), show(response)), answers);
}

/** Puts a subject before what is said of it. */
export function join(what: Bilingual, said: Bilingual): Bilingual {
  return bilingual(`${what.en}: ${said.en}`, `${what.ko}: ${said.ko}`);
}

/** A response in one line: status, media type and the beginning of the body. */
export function show(response: HttpResponse): string {
  const type = response.headers['content-type'] ?? 'no Content-Type';
  const location = response.headers.location === undefined ? '' : `, Location ${response.headers.location}`;
  const body = response.text.replace(/\s+/g, ' ').slice(0, 200);
  return `${response.status} (${type}${location}) ${body}`.trim();
}
