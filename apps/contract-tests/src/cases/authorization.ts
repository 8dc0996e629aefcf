import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual, capitalized } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import { schemeOf, validCredential } from '../credential.ts';
import { type HttpResponse, NoResponse, openConnection } from '../exchange.ts';
import { CONTRACT_READING } from '../reading.ts';
import { refusalStatuses, speaksOfKey, speaksOfOrder } from '../statuses.ts';
import { answering, failed, join, mustBe, observe, observed, show } from '../verdicts.ts';
import { alteredCredentials, KEY, WITHOUT, withScheme } from './altered-credentials.ts';
import { otherExample, SAMPLE_RUN_ID, taggedBody } from './bodies.ts';
import { type Change, cancelRequest, fillPath } from './requests.ts';

/**
 * The page (1.2 Detail, 2.1 Request, 2.4 Error Spec): only a valid key in the prescribed form may call; the contract says
 * with which status others are refused.
 */
export function authorizationCases(contract: Contract): Case[] {
  const scheme = schemeOf(contract);
  return [
    ...alteredCredentials(contract).map(({ id, what, change }): Case => {
      const status = documentedFor(contract, change(sampleContext(contract))).join(' or ');
      return {
        id: `auth.${id}`,
        title: refusedWith(what, status),
        expects: bilingual(
          `${status} with a JSON detail, and nothing changed`,
          `JSON detail을 담은 ${status}, 변경 없음`,
        ),
        needs: 'open-order-if-any',
        run: (context) => refuse(context, what, change(context)),
      };
    }),
    spelling(
      'scheme-case',
      bilingual(`"${scheme.toLowerCase()}" in small letters`, `소문자 "${scheme.toLowerCase()}"`),
      (key) => withScheme(scheme.toLowerCase(), key, KEY),
    ),
    spelling('two-spaces', bilingual('two spaces before the key', '키 앞의 공백 두 개'), (key) =>
      withScheme(scheme, ` ${key}`, ` ${KEY}`),
    ),
    sameConnection(contract),
  ];
}

/**
 * Sends the request to a made-up order first: a server that answers anything but a refusal there has let the key in, and
 * no order is risked to see that. Then to a real one.
 */
async function refuse(context: CaseContext, what: Bilingual, change: Change): Promise<Verdict> {
  if (change.credential?.value === validCredential(context.contract, context.apiKey).value) {
    return observed(
      bilingual(
        'not asked: with this AX_API_KEY it would be the valid header',
        '확인하지 않음: 이 AX_API_KEY로는 올바른 헤더가 됩니다',
      ),
    );
  }
  const first = await context.send(cancelRequest({ ...context, orderCode: context.unknownCode }, change));
  if (speaksOfKey(context.contract, first.status)) {
    const verdict = unauthorized(context, first, what, change);
    if (!context.hasOrder || verdict.outcome === 'failed') return verdict;
  } else if (checksKeyFirst(context)) {
    return unauthorized(context, first, what, change);
  } else if (!context.hasOrder) {
    return observed(
      bilingual(
        `the order is looked up before the key, so that a made-up code shows nothing; set AX_ORDER_CODES: ${show(first)}`,
        `키보다 주문을 먼저 찾으므로 없는 코드로는 알 수 없습니다. AX_ORDER_CODES를 지정하십시오: ${show(first)}`,
      ),
    );
  }
  // The other kind of cancel, without a comment: the key must be checked whatever is asked for.
  const other = { body: otherExample(context.contract) ?? taggedBody(context), ...change };
  return unauthorized(context, await context.send(cancelRequest(context, other)), what, change);
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

/** What a status for a missing or malformed key says of the ledger's question. */
const KEY_READINGS: Readonly<Record<number, string>> = { 401: 'unauthorized', 403: 'forbidden' };

/** The documented status passes; another one that speaks of the key is written down, and the ledger asks which. */
function unauthorized(
  { check, contract }: CaseContext,
  response: HttpResponse,
  what: Bilingual,
  change: Change,
): Verdict {
  const { status } = response;
  const documented = documentedFor(contract, change);
  const [wanted = status] = documented;
  const reading = KEY_READINGS[status];
  const answers: Record<string, string> = reading === undefined ? {} : { 'missing-key-status': reading };
  if (documented.includes(status)) {
    const verdict = mustBe(check, response, status, what);
    return verdict.outcome === 'passed' ? answering(verdict, answers) : verdict;
  }
  if (speaksOfKey(contract, status)) {
    const form = check.problems({ ...response, status: wanted }, wanted);
    const [first, ...others] = form.map((problem) => join(what, problem));
    if (first !== undefined) return failed(first, ...others);
    return observed(
      bilingual(
        `${status} in place of ${wanted}: ${show(response)}`,
        `${wanted}이 아니라 ${status}: ${show(response)}`,
      ),
      answers,
    );
  }
  if (status < 300 || speaksOfOrder(contract, status)) {
    return failed(
      join(
        what,
        bilingual(`it was let in: ${show(response)}`, `거부되지 않고 통과되었습니다: ${show(response)}`),
      ),
    );
  }
  return mustBe(check, response, wanted, what);
}

/**
 * The documented statuses for a credential: that of a missing or malformed key, that of a wrong one, or both where a
 * server may take it for either.
 */
function documentedFor(contract: Contract, { credential }: Change): number[] {
  const { missingKey, wrongKey } = refusalStatuses(contract);
  const scheme = schemeOf(contract);
  const [, word = '', key = ''] = /^(\S*) (.*)$/.exec(credential?.value ?? '') ?? [];
  if (scheme !== '' && word.toLowerCase() !== scheme.toLowerCase()) return [missingKey];
  // RFC 9110, 11.2: token68 is what a key looks like.
  if (/^[\w.~+/-]+=*$/.test(key)) return [wrongKey];
  return [...new Set([wrongKey, missingKey])];
}

/** What a credential is made from where no server is asked yet. */
function sampleContext(contract: Contract) {
  return {
    contract,
    orderCode: String(contract.orderCode.example),
    apiKey: 'Sample-Key-0123456789',
    invalidApiKey: 'invalid',
    runId: SAMPLE_RUN_ID,
    reading: CONTRACT_READING,
  };
}

function refusedWith(what: Bilingual, status: string): Bilingual {
  return bilingual(
    `${capitalized(what.en)} is refused with ${status}`,
    `${what.ko}: ${status.replace(' or ', ' 또는 ')}으로 거부된다`,
  );
}

/**
 * A proxy or a server may know a connection by the key that came on it first. Sent to a made-up order: without a key on a
 * connection of its own, and then with the key and without it on another.
 */
function sameConnection(contract: Contract): Case {
  const { missingKey: status } = refusalStatuses(contract);
  const what = bilingual(
    'a request without Authorization that follows a valid one on the same connection',
    '같은 연결에서 올바른 요청 뒤에 보낸 Authorization 헤더 없는 요청',
  );
  return {
    id: 'auth.same-connection',
    title: refusedWith(what, `${status}`),
    expects: bilingual(
      `${status} with a JSON detail, as without the valid one`,
      `JSON detail을 담은 ${status}, 올바른 요청이 없을 때와 동일`,
    ),
    needs: 'key',
    async run(context) {
      const alone = await context.send(cancelRequest(context, WITHOUT));
      if (!speaksOfKey(contract, alone.status)) {
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
        if (speaksOfKey(contract, valid.status)) return observe(valid);
        return await send(WITHOUT).then(
          (response) =>
            response.reusedConnection ? unauthorized(context, response, what, WITHOUT) : observed(CLOSED),
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
  if (error instanceof NoResponse && error.reason === 'failed') return observed(CLOSED);
  throw error;
}

const CLOSED = bilingual(
  'the server closes the connection after a response',
  '서버가 응답 후 연결을 닫습니다',
);

/** Other spellings of a valid header, that the page does not specify; to a made-up order code. */
function spelling(id: string, what: Bilingual, change: (key: string) => Change): Case {
  return {
    id: `auth.${id}`,
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
    expects: bilingual(
      'any refusal, also that of a made-up order code',
      '거부. 없는 주문 코드에 대한 거부도 해당',
    ),
    needs: 'key',
    async run(context) {
      const response = await context.send(cancelRequest(context, change(context.apiKey)));
      const exact = speaksOfKey(context.contract, response.status);
      if (response.status < 300)
        return failed(
          join(what, bilingual('a made-up order code was accepted', '없는 주문 코드가 받아들여졌습니다')),
        );
      if (id !== 'scheme-case') return observe(response);
      return observe(response, { 'authorization-format': exact ? 'exact-word' : 'any-case' });
    },
  };
}
