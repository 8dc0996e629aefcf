import { type Bilingual, bilingual, capitalized } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import { validCredential } from '../credential.ts';
import { type Answer, NoAnswer, openConnection } from '../exchange.ts';
import { answering, failed, join, mustBe, observe, observed, show } from '../verdicts.ts';
import { BENT_CREDENTIALS, KEY, token, WITHOUT } from './bent-credentials.ts';
import { type Change, cancelRequest, otherExample } from './requests.ts';

/**
 * The page (1.2 Detail, 2.1 Request, 2.4 Error Spec): only a valid key in the prescribed form may call, and `403` is the
 * answer to one that is not valid.
 */
export function authorizationCases(): Case[] {
  return [
    ...BENT_CREDENTIALS.map(
      ({ id, what, change }): Case => ({
        id: `auth.${id}`,
        title: bilingual(`${capitalized(what.en)} is refused with 403`, `${what.ko}: 403으로 거부된다`),
        expects: bilingual(
          '403 with a JSON detail, and nothing changed',
          'JSON detail을 담은 403, 변경 없음',
        ),
        needs: 'live-order-if-any',
        run: (context) => refuse(context, what, change(context)),
      }),
    ),
    spelling('scheme-case', bilingual('"token" in small letters', '소문자 "token"'), (key) =>
      token(key, KEY, 'token'),
    ),
    spelling('two-spaces', bilingual('two spaces before the key', '키 앞의 공백 두 개'), (key) =>
      token(` ${key}`, ` ${KEY}`),
    ),
    sameConnection(),
  ];
}

/**
 * Sends the request to a made-up order first: a server that answers anything but a refusal there has let the key in, and
 * no order is risked to see that. Then to a real one.
 */
async function refuse(context: CaseContext, what: Bilingual, change: Change): Promise<Verdict> {
  if (change.credential?.value === validCredential(context.apiKey).value) {
    return observed(
      bilingual(
        'not asked: with this AX_API_KEY it would be the valid header',
        '확인하지 않음: 이 AX_API_KEY로는 올바른 헤더가 됩니다',
      ),
    );
  }
  const first = await context.send(cancelRequest({ ...context, orderCode: context.unknownCode }, change));
  if (isUnauthorized(first)) {
    const verdict = unauthorized(context, first, what);
    if (!context.hasOrder || verdict.outcome === 'failed') return verdict;
  } else if (checksKeyFirst(context)) {
    return unauthorized(context, first, what);
  } else if (!context.hasOrder) {
    return observed(
      bilingual(
        `the order is looked up before the key, so that a made-up code shows nothing; set AX_ORDER_CODES: ${show(first)}`,
        `키보다 주문을 먼저 찾으므로 없는 코드로는 알 수 없습니다. AX_ORDER_CODES를 지정하십시오: ${show(first)}`,
      ),
    );
  }
  // The other kind of cancel, without a comment: the key must be checked whatever is asked for.
  const other = { body: otherExample(context.contract), ...change };
  return unauthorized(context, await context.send(cancelRequest(context, other)), what);
}

/** Whether some other key was refused for a made-up order; otherwise a 404 says nothing about the key. */
function checksKeyFirst({ contract, unknownCode, exchanges }: CaseContext): boolean {
  const path = contract.path.replace('{ax_order_code}', unknownCode);
  return exchanges.some(
    ({ request, answer }) => request.path === path && answer !== undefined && isUnauthorized(answer),
  );
}

/** 403 is the page's; 401 is what a server of this kind may answer instead, and the ledger asks which. */
function unauthorized({ check }: CaseContext, answer: Answer, what: Bilingual): Verdict {
  if (answer.status === 401) {
    const form = check.problems({ ...answer, status: 403 }, 403);
    const [first, ...others] = form.map((problem) => join(what, problem));
    if (first !== undefined) return failed(first, ...others);
    return observed(bilingual(`401 in place of 403: ${show(answer)}`, `403이 아니라 401: ${show(answer)}`), {
      'missing-key-status': 'unauthorized',
    });
  }
  if (answer.status < 300 || answer.status === 404) {
    return failed(
      join(
        what,
        bilingual(`it was let in: ${show(answer)}`, `거부되지 않고 통과되었습니다: ${show(answer)}`),
      ),
    );
  }
  const verdict = mustBe(check, answer, 403, what);
  return verdict.outcome === 'passed' ? answering(verdict, { 'missing-key-status': 'forbidden' }) : verdict;
}

function isUnauthorized({ status }: Answer): boolean {
  return status === 401 || status === 403;
}

/**
 * A proxy or a server may know a connection by the key that came on it first. Sent to a made-up order: without a key on a
 * connection of its own, and then with the key and without it on another.
 */
function sameConnection(): Case {
  const what = bilingual(
    'a request without Authorization that follows a valid one on the same connection',
    '같은 연결에서 올바른 요청 뒤에 보낸 Authorization 헤더 없는 요청',
  );
  return {
    id: 'auth.same-connection',
    title: bilingual(`${capitalized(what.en)} is refused with 403`, `${what.ko}: 403으로 거부된다`),
    expects: bilingual(
      '403 with a JSON detail, as without the valid one',
      'JSON detail을 담은 403, 올바른 요청이 없을 때와 동일',
    ),
    needs: 'key',
    async run(context) {
      if (!isUnauthorized(await context.send(cancelRequest(context, WITHOUT)))) {
        return observed(
          bilingual(
            'a made-up order code shows nothing: without a key it is not refused either',
            '없는 주문 코드로는 알 수 없습니다. 키가 없어도 거부되지 않습니다',
          ),
        );
      }
      const connection = openConnection();
      const send = (change: Change) => context.send({ ...cancelRequest(context, change), connection });
      try {
        const valid = await send({});
        if (isUnauthorized(valid)) return observe(valid);
        return await send(WITHOUT).then(
          (answer) => (answer.reusedConnection ? unauthorized(context, answer, what) : observed(CLOSED)),
          closedBetween,
        );
      } finally {
        connection.close();
      }
    },
  };
}

/** A server may close a connection at any time, also just as the next request sets out on it. */
function closedBetween(error: unknown): Verdict {
  if (error instanceof NoAnswer && error.reason === 'failed') return observed(CLOSED);
  throw error;
}

const CLOSED = bilingual(
  'the server closes the connection after an answer',
  '서버가 응답 후 연결을 닫습니다',
);

/** Other spellings of a valid header, on which the page is silent; to a made-up order code. */
function spelling(id: string, what: Bilingual, change: (key: string) => Change): Case {
  return {
    id: `auth.${id}`,
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
    expects: bilingual(
      'any refusal, or the 404 of a made-up order code',
      '거부, 또는 없는 주문 코드에 대한 404',
    ),
    needs: 'key',
    async run(context) {
      const answer = await context.send(cancelRequest(context, change(context.apiKey)));
      const exact = isUnauthorized(answer);
      if (answer.status < 300)
        return failed(
          join(what, bilingual('a made-up order code was accepted', '없는 주문 코드가 받아들여졌습니다')),
        );
      if (id !== 'scheme-case') return observe(answer);
      return observe(answer, { 'authorization-format': exact ? 'exact-word' : 'any-case' });
    },
  };
}
