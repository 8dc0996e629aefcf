import type { Contract } from '@ax-cloud/contract/contract';
import {
  refusalStatuses,
  refusesRequest,
  schemeOf,
  speaksOfKey,
  speaksOfOrder,
} from '@ax-cloud/contract/refusal-statuses';
import { type Bilingual, bilingual, join, same } from '../bilingual.ts';
import { type Change, type HttpResponse, NoResponse } from '../http/message.ts';
import { show, showing } from '../http/response.ts';
import { openConnection } from '../http/send.ts';
import type { Case } from './case.ts';
import { WITHOUT_KEY, withScheme } from './request.ts';
import type { Verdict } from './verdict.ts';
import { deviates, judgeRefusal, notAsked, observe, observed, passed } from './verdicts.ts';

/** How many valid and how many wrong keys are sent. AX_CONCURRENCY limits how many are under way at a time. */
const PAIRS = 6;

/** Cases about the key check among other requests, and among the other checks of a request. */
export function keyCases(contract: Contract): Case[] {
  return [sameConnection(contract), inParallel(contract), beforeLookup(), withInvalidBody()];
}

/**
 * A proxy or a server may remember the first key of a connection. Sends to a made-up order: without a key on a separate connection,
 * then with the key and without it on another one.
 */
function sameConnection(contract: Contract): Case {
  const { missingKey: status } = refusalStatuses(contract);
  const what = bilingual(
    'a request without Authorization that follows a valid one on the same connection',
    '같은 연결에서 올바른 요청 뒤에 보낸 Authorization 헤더 없는 요청',
  );
  return {
    id: 'auth.same-connection',
    title: bilingual(
      `A request without Authorization that follows a valid one on the same connection is refused with ${status}`,
      `${what.ko}: ${status}으로 거부된다`,
    ),
    expects: bilingual(
      `${status} with a JSON detail, as without the valid one`,
      `JSON detail을 담은 ${status}, 올바른 요청이 없을 때와 동일`,
    ),
    level: 'documented',
    needs: 'key',
    proves: ['detail-key-needed'],
    asks: [],
    async run(context) {
      const alone = await context.send(WITHOUT_KEY);
      if (!speaksOfKey(contract, alone.status)) return observed(SHOWS_NOTHING);
      const connection = openConnection();
      try {
        const valid = await context.send({ connection });
        if (speaksOfKey(contract, valid.status)) return observe(valid);
        const response = await context.send({ ...WITHOUT_KEY, connection });
        return response.reusedConnection
          ? judgeRefusal(context, response, what, undefined)
          : observed(CLOSED);
      } catch (error) {
        // A server may close a connection at any time, also just as the next request is sent.
        if (error instanceof NoResponse && error.reason === 'failed') return observed(CLOSED);
        throw error;
      } finally {
        connection.close();
      }
    },
  };
}

const SHOWS_NOTHING = bilingual(
  'a made-up order code shows nothing: without a key it is not refused either',
  '없는 주문 코드로는 알 수 없습니다. 키가 없어도 거부되지 않습니다',
);
const CLOSED = bilingual(
  'the server closes the connection after a response',
  '서버가 응답 후 연결을 닫습니다',
);

/** A server that stores the key of a request in shared memory mixes up keys of parallel requests. */
function inParallel(contract: Contract): Case {
  const { wrongKey: status } = refusalStatuses(contract);
  const what = bilingual('a wrong key beside valid ones at the same time', '올바른 키와 동시에 보낸 틀린 키');
  return {
    id: 'auth.in-parallel',
    title: bilingual(
      `A wrong key is refused with ${status} also beside valid ones at the same time`,
      `${what.ko}: ${status}으로 거부된다`,
    ),
    expects: bilingual(
      `${status} for each wrong key, and for no valid one`,
      `틀린 키는 모두 ${status}, 올바른 키는 거부되지 않음`,
    ),
    level: 'documented',
    needs: 'key',
    role: 'at-once',
    proves: ['detail-key-needed'],
    asks: [],
    async run(context) {
      const { concurrency } = context;
      if (concurrency < 2)
        return notAsked('requests are sent one at a time', '요청을 한 번에 하나만 보냅니다');
      const wrong: Change = {
        credential: withScheme(schemeOf(contract), context.invalidApiKey, '$AX_INVALID_API_KEY'),
      };
      if (!speaksOfKey(contract, (await context.send(wrong)).status)) return observed(SHOWS_NOTHING);
      if (context.control === undefined || speaksOfKey(contract, context.control.status))
        return observed(SHOWS_NOTHING);
      const sent = Array.from({ length: 2 * PAIRS }, (_, index) => (index % 2 === 0 ? {} : wrong));
      const responses: HttpResponse[] = [];
      while (responses.length < sent.length) {
        const next = sent.slice(responses.length, responses.length + concurrency);
        responses.push(...(await Promise.all(next.map((change) => context.send(change)))));
      }
      const mixed = responses.find(
        (response, index) => speaksOfKey(contract, response.status) !== (sent[index] === wrong),
      );
      if (mixed === undefined) return passed();
      const refused = speaksOfKey(contract, mixed.status);
      const cause = refused
        ? showing('a valid one was refused', '올바른 키가 거부되었습니다', mixed)
        : showing('it was let in', '거부되지 않고 통과되었습니다', mixed);
      return { ...deviates('documented', join(what, cause)), telling: mixed };
    },
  };
}

/** If the order is looked up first, anybody can find out which order codes exist. */
function beforeLookup(): Case {
  return orderOfChecks(
    'auth.before-lookup',
    bilingual('a request without a key for a made-up order', '없는 주문에 대한 키 없는 요청'),
    WITHOUT_KEY,
    ({ contract }, status) =>
      speaksOfOrder(contract, status)
        ? bilingual(
            'the order is looked up before the key is checked: anybody can find out which order codes exist, even without a key',
            '키보다 주문을 먼저 찾습니다. 키가 없어도 어떤 주문 코드가 있는지 알아낼 수 있습니다',
          )
        : undefined,
  );
}

/** If the body is read first, anybody can find out which bodies are valid. */
function withInvalidBody(): Case {
  return orderOfChecks(
    'auth.with-invalid-body',
    bilingual('a wrong key with an invalid body', '틀린 키와 잘못된 본문'),
    { body: {} },
    ({ contract }, status) =>
      refusesRequest(contract, status)
        ? bilingual('the body is read before the key is checked', '키보다 본문을 먼저 확인합니다')
        : undefined,
  );
}

/** Two faults in one request: the contract does not say which refusal wins. */
function orderOfChecks(
  id: string,
  what: Bilingual,
  change: Change,
  remark: (context: Parameters<Case['run']>[0], status: number) => Bilingual | undefined,
): Case {
  return {
    id,
    title: bilingual(`Which refusal comes for ${what.en}`, `${what.ko}: 어느 오류로 거부되는지`),
    expects: bilingual('a refusal; the page does not say which', '거부. 어느 오류인지는 문서에 없음'),
    level: 'open',
    needs: 'key',
    proves: ['detail-key-needed'],
    asks: [],
    async run(context): Promise<Verdict> {
      const scheme = schemeOf(context.contract);
      const credential = withScheme(scheme, context.invalidApiKey, '$AX_INVALID_API_KEY');
      const response = await context.send({ credential, ...change });
      const seen = remark(context, response.status);
      if (seen !== undefined) return observed(join(seen, same(show(response))));
      return speaksOfKey(context.contract, response.status) ? passed() : observe(response);
    },
  };
}
