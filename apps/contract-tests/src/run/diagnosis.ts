import type { Contract } from '@ax-cloud/contract/contract';
import { speaksOfKey, speaksOfKeyOrOrder, speaksOfOrder } from '@ax-cloud/contract/refusal-statuses';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Verdict } from '../cases/verdict.ts';
import { failed, observed } from '../cases/verdicts.ts';
import type { HttpResponse } from '../http/message.ts';
import { show, showing } from '../http/response.ts';
import type { Recorder } from './state.ts';

/** The attempt to cancel an order that could not be cancelled. */
export interface Refusal {
  /** The response to the contract's own cancel; undefined when there was none. */
  refusal?: HttpResponse;
  /** True when the server calls a valid value invalid. */
  asInvalid?: boolean;
  /** What was sent for it. */
  recorder: Recorder;
  /** There was no complete response. */
  failure?: Verdict;
}

/** The conclusion of a run that could not cancel any order. */
export interface Conclusion {
  /** The verdict when the server is at fault; undefined when the orders may be. */
  verdict: Verdict | undefined;
  /** Which case gets the verdict: that of the first cancel, or that of the order code. */
  blames: 'first-cancel' | 'order-code';
  /** What was sent for it. */
  recorder: Recorder;
  /** Why the cases have no order. */
  reason: Bilingual;
}

/** Distinguishes a server that refuses valid cancels from orders that are already cancelled, as far as the responses allow. */
export function diagnose(contract: Contract, refusals: readonly Refusal[]): Conclusion {
  const [first] = refusals;
  if (first === undefined) throw new Error('There is no refusal to diagnose.');
  const none = bilingual('no order could be cancelled', '취소할 수 있는 주문이 없었습니다');
  const because = (verdict: Verdict, recorder: Recorder): Conclusion => ({
    verdict,
    recorder,
    blames: 'first-cancel',
    reason: none,
  });
  // The codes may be wrong as well as the server.
  const unknown = (reason: Bilingual, blames: Conclusion['blames']): Conclusion => ({
    verdict: observed(reason),
    recorder: first.recorder,
    blames,
    reason,
  });

  const broken = refusals.find(
    ({ failure, recorder }) => failure !== undefined || recorder.problems.length > 0,
  );
  if (broken !== undefined) {
    const verdict = broken.failure ?? failed(...(broken.recorder.problems as [Bilingual]));
    return because(verdict, broken.recorder);
  }
  const { refusal: response } = first;
  if (response === undefined) throw new Error('An order was tried without a request.');
  const all = (speaks: (contract: Contract, status: number) => boolean) =>
    refusals.every(({ refusal }) => refusal !== undefined && speaks(contract, refusal.status));
  if (all(speaksOfOrder)) {
    return unknown(
      showing(
        "the server knows none of the codes in AX_ORDER_CODES. Either they are of another environment, or the path wants the channel's code (question order-code-in-path)",
        'AX_ORDER_CODES의 코드를 서버가 하나도 알지 못합니다. 다른 환경의 코드이거나, 경로에 채널의 주문 코드가 와야 합니다 (질문 order-code-in-path)',
        response,
      ),
      'order-code',
    );
  }
  if (all(speaksOfKey)) {
    return unknown(
      showing(
        "the key is valid, but may cancel none of the orders in AX_ORDER_CODES. Either they are another channel's, or a header is needed that the page no longer lists (question channel-code)",
        '키는 유효하지만 AX_ORDER_CODES의 주문을 하나도 취소할 수 없습니다. 다른 채널의 주문이거나, 문서에서 빠진 헤더가 필요합니다 (질문 channel-code)',
        response,
      ),
      'first-cancel',
    );
  }
  const named = refusals.find(
    ({ refusal, asInvalid }) => refusal !== undefined && (asInvalid || !looksCancelled(contract, refusal)),
  );
  if (named?.refusal !== undefined) {
    const shown = show(named.refusal);
    return because(
      failed(
        bilingual(
          `a valid cancel is refused in every reading of the page: ${shown}`,
          `문서의 어떤 해석으로도 올바른 취소가 거부됩니다: ${shown}`,
        ),
      ),
      named.recorder,
    );
  }
  return {
    verdict: undefined,
    blames: 'first-cancel',
    recorder: first.recorder,
    reason: showing(
      `unknown: all ${refusals.length} orders were refused alike. They are already cancelled, as after an earlier run, or the server refuses every cancel; fresh codes in AX_ORDER_CODES would tell`,
      `알 수 없음: 주문 ${refusals.length}건이 모두 같은 식으로 거부되었습니다. 이전 실행 등으로 이미 취소된 주문이거나, 서버가 모든 취소를 거부합니다. AX_ORDER_CODES에 새 코드를 넣으면 알 수 있습니다`,
      response,
    ),
  };
}

/** Whether a response says in any documented or usual way that the order was not cancelled. */
export function isRefusal(contract: Contract, response: HttpResponse): boolean {
  const { status } = response;
  return speaksOfKeyOrOrder(contract, status) || looksCancelled(contract, response);
}

/** A conflict, or a refusal of the request: a documented status, or one that servers commonly use. */
function looksCancelled({ responses }: Contract, { status }: HttpResponse): boolean {
  const documented = responses.some((one) => one.status === status && status >= 400 && status < 500);
  return documented || [400, 409, 410, 412, 422, 423].includes(status);
}
