import {
  speaksOfKey,
  speaksOfKeyOrOrder,
  speaksOfOrder,
  statusesFor,
} from '@ax-cloud/contract/refusal-statuses';
import { type Bilingual, bilingual, join, joinAll, same } from '../bilingual.ts';
import type { HttpResponse } from '../http/message.ts';
import { show, showing } from '../http/response.ts';
import type { CaseContext, Established, ResponseCheck } from './case.ts';
import type { Evidence, Level, Verdict } from './verdict.ts';

/** The response is what the contract says. */
export function passed(...remarks: Bilingual[]): Verdict {
  return { outcome: 'passed', remarks, evidence: [] };
}

/** The response breaks the contract, for at least one cause. */
export function failed(first: Bilingual, ...others: Bilingual[]): Verdict {
  return { outcome: 'failed', remarks: [first, ...others], evidence: [] };
}

/** The contract does not specify the response, or only infers it. */
export function observed(remark: Bilingual): Verdict {
  return { outcome: 'observed', remarks: [remark], evidence: [] };
}

/** A deviation from what a case expects: a documented case fails, and any other is observed. */
export function deviates(level: Level, first: Bilingual, ...others: Bilingual[]): Verdict {
  return {
    outcome: level === 'documented' ? 'failed' : 'observed',
    remarks: [first, ...others],
    evidence: [],
  };
}

/** Records a response that the contract does not specify. */
export function observe(response: HttpResponse): Verdict {
  return observed(same(show(response)));
}

/** Adds evidence about the ledger's questions to a verdict. */
export function saying(verdict: Verdict, evidence: readonly Evidence[]): Verdict {
  return { ...verdict, evidence: [...verdict.evidence, ...evidence] };
}

/** The cause: a request was accepted that must not be. */
export function accepted(what: Bilingual, response: HttpResponse): Bilingual {
  return join(what, showing('it was accepted', '받아들여졌습니다', response));
}

/** The case does not apply here, and nothing was sent. */
export function notAsked(en: string, ko: string): Verdict {
  return observed(bilingual(`not asked: ${en}`, `확인하지 않음: ${ko}`));
}

/** The response must be the documented one. `what` says what is special about the request; a cause begins with it. */
export function mustBe(
  check: ResponseCheck,
  response: HttpResponse,
  status: number,
  what: Bilingual,
): Verdict {
  const [first, ...others] = check.problems(response, status).map((problem) => join(what, problem));
  return first === undefined ? passed() : failed(first, ...others);
}

/**
 * The request must be refused. If the server accepts it, the level decides whether the case fails. The contract only infers the
 * form of the refusal: the contract's form passes, another one is observed.
 *
 * @param expected the statuses that the contract infers, or HTTP defines
 * @param form finds what is wrong with a response as JSON
 */
export function mustBeRefused(
  { contract, check }: Pick<CaseContext, 'contract' | 'check'>,
  response: HttpResponse,
  level: Level,
  expected: readonly number[],
  what: Bilingual,
  form: (response: HttpResponse) => Bilingual[],
): Verdict {
  const { status } = response;
  if (status < 300) return deviates(level, accepted(what, response));
  const elsewhere = speaksOfKeyOrOrder(contract, status);
  if (elsewhere && !expected.includes(status)) {
    const both = bilingual(
      `it got ${status}, which is about the key or the order code; both are right`,
      `API Key 또는 주문 코드를 가리키는 ${status} 응답을 받았습니다. 둘 다 올바른 값입니다`,
    );
    return { ...deviates(level, join(what, both)), assumesOrder: true };
  }
  const isDocumented = expected.includes(status) && contract.responses.some((one) => one.status === status);
  const problems = isDocumented ? check.problems(response, status) : form(response);
  if (isDocumented && problems.length === 0 && check.namesNothing(response)) problems.push(NAMES_NOTHING);
  if (expected.includes(status) && problems.length === 0) return passed();
  const other = bilingual(
    `refused, but not as the inferred ${expected.join(' or ')}`,
    `거부되었으나 추정한 ${expected.join(' 또는 ')}과 다릅니다`,
  );
  return observed(join(joinAll([other, ...problems], '; '), same(show(response))));
}

const NAMES_NOTHING = bilingual(
  "the body has none of the contract's fields",
  '본문에 명세의 필드가 하나도 없습니다',
);

/** Whether a response is the documented success of a request: its status, the contract's form, and the echo. */
export function mustCancel(
  { check, contract, orderCode }: CaseContext,
  response: HttpResponse,
  body: unknown,
  what: Bilingual,
): Verdict {
  const { status } = contract.success;
  const verdict = mustBe(check, response, status, what);
  if (response.status !== status || response.json === undefined) return verdict;
  const unmet = check.unmet(response, orderCode, body).map((problem) => join(what, problem));
  const [first, ...others] = [...verdict.remarks, ...unmet];
  return first === undefined ? passed() : failed(first, ...others);
}

/** The documented status passes. Another status about the key is observed: the ledger asks which one the server uses. */
export function judgeRefusal(
  { check, contract }: CaseContext,
  response: HttpResponse,
  what: Bilingual,
  credential: string | undefined,
): Verdict {
  const { status } = response;
  const documented = statusesFor(contract, credential);
  const [wanted = status] = documented;
  if (documented.includes(status)) {
    return mustBe(check, response, status, what);
  }
  if (speaksOfKey(contract, status)) {
    const form = check.problems({ ...response, status: wanted }, wanted);
    const [first, ...others] = form.map((problem) => join(what, problem));
    if (first !== undefined) return failed(first, ...others);
    const shown = show(response);
    return observed(
      bilingual(`${status} in place of ${wanted}: ${shown}`, `${wanted}이 아니라 ${status}: ${shown}`),
    );
  }
  if (status < 300 || speaksOfOrder(contract, status)) {
    const letIn = showing('it was let in', '거부되지 않고 통과되었습니다', response);
    return failed(join(what, letIn));
  }
  return mustBe(check, response, wanted, what);
}

/** Says which reading of a question the server follows, and which response the contract's own cancel got. */
export function deviation(
  context: CaseContext,
  { readings, before }: Established,
  question: string,
): Bilingual {
  const sentence = context.sentence(question, readings[question] ?? '');
  const follows = bilingual(
    `the server follows another reading than the contract (question ${question}): ${sentence.en}`,
    `서버가 명세와 다른 해석을 따릅니다 (질문 ${question}): ${sentence.ko}`,
  );
  const [first] = before;
  if (first === undefined) return follows;
  const came = show(first.response);
  return bilingual(
    `${follows.en} The contract's own cancel got ${came}`,
    `${follows.ko} 명세대로 보낸 취소에 대한 응답: ${came}`,
  );
}

/** The verdict when the responses to the cancels of two orders in a row were lost. */
export function lostTwice(message: string): Verdict {
  const text = bilingual(
    `the server closed the connection after the cancels of two orders in a row: ${message}`,
    `주문 두 건에서 연달아 취소 요청 후 서버가 연결을 끊었습니다: ${message}`,
  );
  return failed(text);
}
