import { bilingual, join } from '../bilingual.ts';
import { otherExample, taggedBody } from '../contract/bodies.ts';
import { schemeOf, speaksOfKey, speaksOfOrder, statusesFor } from '../contract/statuses.ts';
import type { HttpResponse } from '../http/message.ts';
import { show } from '../http/response.ts';
import type { Asks, CaseContext, Expectation, Question } from './case.ts';
import { evidenceOf } from './evidence.ts';
import { fillPath, KEY, withScheme } from './request.ts';
import type { Verdict } from './verdict.ts';
import { failed, mustBe, notAsked, observed, saying } from './verdicts.ts';

/** Only a valid key in the prescribed form may call (the page, 1.2, 2.1 and 2.4). */
export const KEY_REFUSED: Expectation = {
  statuses: (contract, { credential }) => statusesFor(contract, credential?.value),
  expects: ({ en, ko }) =>
    bilingual(`${en} with a JSON detail, and nothing changed`, `JSON detail을 담은 ${ko}, 변경 없음`),
  judge: keyRefused,
};

/**
 * Sends a wrong key to a made-up order first: a server that responds with anything but a refusal there has let the key in, and
 * no order is risked to see that. Then to a real one, where there is one.
 */
async function keyRefused({ context, what, asks, change, send }: Question): Promise<Verdict> {
  const { contract, apiKey, unknownCode } = context;
  if (change.credential?.value === withScheme(schemeOf(contract), apiKey, KEY).value) {
    return notAsked(
      'with this AX_API_KEY it would be the valid header',
      '이 AX_API_KEY로는 올바른 헤더가 됩니다',
    );
  }
  const judge = (response: HttpResponse) =>
    judgeRefusal(context, response, what, asks, change.credential?.value);
  const first = await send({ ...change, orderCode: unknownCode });
  if (speaksOfKey(contract, first.status)) {
    const verdict = judge(first);
    if (!context.hasOrder || verdict.outcome === 'failed') return verdict;
  } else if (checksKeyFirst(context)) {
    return judge(first);
  } else if (!context.hasOrder) {
    return observed(
      bilingual(
        `the order is looked up before the key, so that a made-up code shows nothing; set AX_ORDER_CODES: ${show(first)}`,
        `키보다 주문을 먼저 찾으므로 없는 코드로는 알 수 없습니다. AX_ORDER_CODES를 지정하십시오: ${show(first)}`,
      ),
    );
  }
  // The other kind of cancel, without a comment: the key must be checked whatever is asked for.
  const plain = JSON.stringify(change.body) === JSON.stringify(taggedBody(contract, context.runId));
  const other = plain ? { body: otherExample(contract) ?? change.body } : {};
  return judge(await send({ ...change, ...other }));
}

/** Whether some other key was refused for a made-up order; otherwise a 404 says nothing about the key. */
function checksKeyFirst({ contract, unknownCode, exchanges }: CaseContext): boolean {
  const path = fillPath(contract, encodeURIComponent(unknownCode));
  return exchanges.some(
    ({ request, response }) =>
      request.path.split('?', 1)[0] === path &&
      response !== undefined &&
      speaksOfKey(contract, response.status),
  );
}

/** The documented status passes; another one that speaks of the key is written down, and the ledger asks which. */
export function judgeRefusal(
  context: CaseContext,
  response: HttpResponse,
  what: Question['what'],
  asks: Asks,
  credential: string | undefined,
): Verdict {
  const { check, contract } = context;
  const { status } = response;
  const documented = statusesFor(contract, credential);
  const [wanted = status] = documented;
  if (documented.includes(status)) {
    const verdict = mustBe(check, response, status, what);
    return saying(verdict, evidenceOf(asks, response, context));
  }
  if (speaksOfKey(contract, status)) {
    const form = check.problems({ ...response, status: wanted }, wanted);
    const [first, ...others] = form.map((problem) => join(what, problem));
    if (first !== undefined) return failed(first, ...others);
    const shown = show(response);
    return saying(
      observed(
        bilingual(`${status} in place of ${wanted}: ${shown}`, `${wanted}이 아니라 ${status}: ${shown}`),
      ),
      evidenceOf(asks, response, context),
    );
  }
  if (status < 300 || speaksOfOrder(contract, status)) {
    const letIn = bilingual(
      `it was let in: ${show(response)}`,
      `거부되지 않고 통과되었습니다: ${show(response)}`,
    );
    return failed(join(what, letIn));
  }
  return mustBe(check, response, wanted, what);
}
