import { schemeOf, speaksOfKey, statusesFor } from '@ax-cloud/contract/refusal-statuses';
import { otherExample } from '@ax-cloud/contract/request-body';
import { bilingual } from '../bilingual.ts';
import type { HttpResponse } from '../http/message.ts';
import { showing } from '../http/response.ts';
import type { CaseContext, Expectation, PreparedCase } from './case.ts';
import { evidenceOf } from './evidence.ts';
import { buildRequest, KEY, taggedBody, withScheme } from './request.ts';
import type { Verdict } from './verdict.ts';
import { judgeRefusal, notAsked, observed, saying } from './verdicts.ts';

/** Only a valid key in the prescribed form may call (the page, 1.2, 2.1 and 2.4). */
export const KEY_REFUSED: Expectation = {
  statuses: (contract, { credential }) => statusesFor(contract, credential?.value),
  expects: ({ en, ko }) =>
    bilingual(`${en} with a JSON detail, and nothing changed`, `JSON detail을 담은 ${ko}, 변경 없음`),
  judge: keyRefused,
};

/**
 * Sends a wrong key to a made-up order first. Any response but a refusal shows that the server let the key in, without risking an
 * order. Then sends it to a real order, if there is one.
 */
async function keyRefused({ context, what, asks, change, send }: PreparedCase): Promise<Verdict> {
  const { contract, apiKey, unknownCode } = context;
  if (change.credential?.value === withScheme(schemeOf(contract), apiKey, KEY).value) {
    return notAsked(
      'with this AX_API_KEY it would be the valid header',
      '이 AX_API_KEY로는 올바른 헤더가 됩니다',
    );
  }
  const judge = (response: HttpResponse) =>
    saying(
      judgeRefusal(context, response, what, change.credential?.value),
      evidenceOf(asks, response, context),
    );
  const first = await send({ ...change, orderCode: unknownCode });
  if (speaksOfKey(contract, first.status)) {
    const verdict = judge(first);
    if (!context.hasOrder || verdict.outcome === 'failed') return verdict;
  } else if (await checksKeyFirst(context)) {
    return { ...judge(first), telling: first };
  } else if (!context.hasOrder) {
    return observed(
      showing(
        'the order is looked up before the key is checked, so a made-up code shows nothing; set AX_ORDER_CODES',
        '키보다 주문을 먼저 찾으므로 없는 코드로는 알 수 없습니다. AX_ORDER_CODES를 지정하십시오',
        first,
      ),
    );
  }
  // The other kind of cancel, without a comment: the key must be checked whatever the request.
  const plain = JSON.stringify(change.body) === JSON.stringify(taggedBody(contract, context.runId));
  const other = plain ? { body: otherExample(contract) ?? change.body } : {};
  return judge(await send({ ...change, ...other }));
}

/**
 * Whether the server checks the key before it looks the order up: another key was refused for a made-up order before, and still is.
 * Otherwise, a 404 says nothing about the key. A cache may have it, or another server behind the same address.
 */
async function checksKeyFirst(context: CaseContext): Promise<boolean> {
  const { contract, unknownCode, exchanges, send } = context;
  const { path } = buildRequest({ ...context, orderCode: unknownCode });
  const refused = exchanges.findLast(
    ({ request, response }) =>
      request.path === path && response !== undefined && speaksOfKey(contract, response.status),
  );
  if (refused === undefined) return false;
  const again = await send({ credential: refused.request.credential, orderCode: unknownCode });
  return speaksOfKey(contract, again.status);
}
