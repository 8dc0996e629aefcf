import type { Contract } from '@ax-cloud/contract/contract';
import { showsUncancelled, statusesIn } from '@ax-cloud/contract/order-fields';
import { refusalStatuses, speaksOfKeyOrOrder } from '@ax-cloud/contract/refusal-statuses';
import { textField, withText } from '@ax-cloud/contract/request-body';
import { type Bilingual, bilingual, join, same } from '../bilingual.ts';
import { formProblems, show } from '../http/response.ts';
import type { Expectation, PreparedCase } from './case.ts';
import { evidenceOf } from './evidence.ts';
import type { Verdict } from './verdict.ts';
import {
  accepted,
  deviates,
  failed,
  mustBe,
  mustBeRefused,
  mustCancel,
  observe,
  observed,
  passed,
  saying,
} from './verdicts.ts';

/** HTTP's status for a media type that the server does not read (RFC 9110, 15.5.16). */
const UNSUPPORTED_MEDIA_TYPE = 415;

const noStatuses = () => [];

/** A body that must be refused, with one of these statuses. */
function refusedBody(
  statuses: (contract: Contract) => number[],
  how: Bilingual,
  bodies: Expectation['bodies'],
): Expectation {
  return {
    statuses,
    expects: ({ en, ko }) => bilingual(`${en}${how.en}, and nothing changed`, `${ko}${how.ko}, 변경 없음`),
    ...(bodies === undefined ? {} : { bodies }),
    async judge({ context, what, level, asks, send }) {
      const response = await send();
      const { contract } = context;
      const verdict = mustBeRefused(context, response, level, statuses(contract), what, formProblems);
      return saying(verdict, evidenceOf(asks, response, context));
    },
  };
}

const invalid = (contract: Contract) => [...refusalStatuses(contract).invalid];
const unreadable = (contract: Contract) => [refusalStatuses(contract).unreadable];
const union = (...lists: number[][]) => [...new Set(lists.flat())];
const INFERRED = bilingual(' (inferred)', ' (추정)');
const PLAIN = bilingual('', '');

/** The rules that a case may name, each decided by level and response alone. */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  /** No order has the code (the page, 2.4). */
  'not-found': {
    statuses: (contract) => [refusalStatuses(contract).order],
    expects: ({ en, ko }) => bilingual(`${en} with a JSON detail`, `JSON detail을 담은 ${ko}`),
    async judge({ context, what, asks, exact, send }) {
      const response = await send();
      const { order } = refusalStatuses(context.contract);
      const verdict = mustBe(context.check, response, order, what);
      const evidence = evidenceOf(asks, response, context);
      if (verdict.outcome === 'passed' || exact) return saying(verdict, evidence);
      if (response.status < 300) return saying(failed(accepted(what, response)), evidence);
      return saying(observe(response), evidence);
    },
  },
  /** The page does not specify the response, but no order has the made-up code. */
  'no-success': {
    statuses: noStatuses,
    expects: () => bilingual('recorded; no success and no crash', '기록만 함. 성공도 서버 오류도 아님'),
    async judge({ context, what, asks, send }) {
      const response = await send();
      if (response.status < 300) return failed(accepted(what, response));
      const telling = TELLING.filter((name) => name in response.headers);
      const headers = telling.map((name) => `${name}: ${response.headers[name]}`);
      const text = [show(response), ...headers].join('; ');
      return saying({ ...observe(response), remarks: [same(text)] }, evidenceOf(asks, response, context));
    },
  },
  /** The page does not specify the response. */
  anything: {
    statuses: noStatuses,
    expects: () => bilingual('recorded; no crash', '기록만 함. 서버 오류는 아님'),
    async judge({ context, asks, send }) {
      const response = await send();
      return saying(observe(response), evidenceOf(asks, response, context));
    },
  },
  /** Another method on the path has no documented response. */
  'method-refused': {
    statuses: noStatuses,
    expects: () => bilingual('a refusal, such as 405, and no cancel', '405 등의 거부, 취소되지 않음'),
    async judge({ context, what, level, asks, send }) {
      const response = await send();
      if (response.status < 300) {
        // The path may have further operations, which the page does not describe. Only a cancel is the documented one's.
        const said = accepted(what, response);
        return showsCancel(context.contract, response.json) ? deviates(level, said) : observed(said);
      }
      const { allow } = response.headers;
      const standard = response.status === 405 && allow !== undefined && formProblems(response).length === 0;
      const verdict = standard ? passed(same(`405, Allow: ${allow}`)) : observe(response);
      return saying(verdict, evidenceOf(asks, response, context));
    },
  },
  'body-refused': refusedBody(invalid, INFERRED, 'forbidden'),
  // A server may treat an absent body as one that it cannot read.
  'absent-body-refused': refusedBody((one) => union(invalid(one), unreadable(one)), INFERRED, 'forbidden'),
  'unreadable-refused': refusedBody(unreadable, PLAIN, undefined),
  'undeclared-refused': refusedBody(
    (one) => union(unreadable(one), [UNSUPPORTED_MEDIA_TYPE]),
    PLAIN,
    undefined,
  ),
  /** The documented success: its status, its form, and the echo of the request (the page, 2.3). */
  cancels: {
    statuses: ({ success }) => [success.status],
    expects: ({ en, ko }) =>
      bilingual(
        `${en} with the order, which repeats the order code and the statuses of the request`,
        `주문을 담은 ${ko}. 주문 코드와 상태가 요청과 같음`,
      ),
    bodies: 'allowed',
    judge: cancels,
  },
};

/** Headers that depend on a header of the request. */
const TELLING = ['access-control-allow-origin', 'content-encoding', 'content-language', 'vary'];

/** Sends a valid cancel. If it has no text and is refused, sends it again with one: a server may demand a text. */
async function cancels({ context, what, level, asks, change, send }: PreparedCase): Promise<Verdict> {
  const response = await send();
  const verdict = mustCancel(context, response, change.body, what);
  const said = saying(verdict, evidenceOf(asks, response, context));
  const { contract, runId } = context;
  const withOne = withText(contract, change.body as Record<string, unknown>, `[${runId}]`);
  const name = textField(contract)?.name ?? '';
  const refused = response.status >= 400 && response.status < 500;
  if (verdict.outcome === 'passed' || !refused || withOne === undefined || name in (change.body as object)) {
    return verdict.outcome === 'failed' && refused
      ? { ...said, ...deviates(level, ...causes(verdict)), evidence: said.evidence }
      : said;
  }
  if (speaksOfKeyOrOrder(contract, response.status)) return said;
  const second = await send({ ...change, body: withOne });
  if (second.status >= 300) return said;
  const needed = bilingual(
    `the page marks ${name} X, but the same order was cancelled with one`,
    `문서에 X로 표시된 ${name} 값을 넣자 같은 주문이 취소되었습니다`,
  );
  return saying(
    failed(...causes(verdict), join(what, needed)),
    evidenceOf(asks, second, context).filter(
      ({ question }) => question in asks && asks[question]?.refused !== undefined,
    ),
  );
}

/** Whether a response shows an order, and no longer as it was before any cancel. */
function showsCancel(contract: Contract, body: unknown): boolean {
  const statuses = statusesIn(contract, body);
  return statuses.some((status) => typeof status === 'string') && !showsUncancelled(contract, body);
}

function causes({ remarks }: Verdict): [Bilingual, ...Bilingual[]] {
  return remarks as [Bilingual, ...Bilingual[]];
}
