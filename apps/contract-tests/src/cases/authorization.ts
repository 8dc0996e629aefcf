import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import type { Credential } from '../credential.ts';
import type { Answer } from '../exchange.ts';
import { answering, failed, join, mustBe, observe, observed, show } from '../verdicts.ts';
import { type Change, cancelRequest } from './requests.ts';

/** A request that is not `Token`, one space and a valid key. */
interface Refused {
  id: string;
  what: Bilingual;
  /** Undefined where the key is too short to be bent in this way. */
  change(context: CaseContext): Change | undefined;
}

const KEY = '$AX_API_KEY';

const REFUSED: readonly Refused[] = [
  // First, because it shows whether the server looks at the key before it looks the order up.
  {
    id: 'wrong-key',
    what: bilingual('a key that is not valid', '유효하지 않은 키'),
    change: ({ invalidApiKey }) => token(invalidApiKey, '$AX_INVALID_API_KEY'),
  },
  {
    id: 'missing',
    what: bilingual('a request without Authorization', 'Authorization 헤더가 없는 요청'),
    change: () => ({ credential: { value: undefined, shell: undefined } }),
  },
  {
    id: 'empty',
    what: bilingual('an empty Authorization', '빈 Authorization 헤더'),
    change: () => header('', ''),
  },
  {
    id: 'scheme-only',
    what: bilingual('"Token" without a key', '키 없이 "Token" 만 있는 헤더'),
    change: () => header('Token', 'Token'),
  },
  {
    id: 'no-scheme',
    what: bilingual('the key without "Token" before it', '"Token" 없이 키만 있는 헤더'),
    change: ({ apiKey }) => header(apiKey, KEY),
  },
  {
    id: 'other-scheme',
    what: bilingual('the key after "Bearer"', '"Bearer" 뒤의 키'),
    change: ({ apiKey }) => header(`Bearer ${apiKey}`, `Bearer ${KEY}`),
  },
  {
    id: 'glued-scheme',
    what: bilingual('"Token" and the key without a space', '공백 없이 붙인 "Token" 과 키'),
    change: ({ apiKey }) => header(`Token${apiKey}`, `Token${KEY}`),
  },
  {
    id: 'same-length',
    what: bilingual('another key of the same length', '길이가 같은 다른 키'),
    // Letters only, so that it cannot be a key that holds a digit, and never the key itself.
    change: ({ apiKey }) =>
      token(
        apiKey.replace(/./g, (letter) => (letter === 'q' ? 'z' : 'q')),
        '$(printf %s "$AX_API_KEY" | sed "s/[^q]/Q/g;s/q/z/g;s/Q/q/g")',
      ),
  },
  {
    id: 'last-character',
    what: bilingual('the key with another last character', '마지막 글자만 다른 키'),
    change: ({ apiKey }) => {
      const other = apiKey.endsWith('x') ? 'y' : 'x';
      return token(apiKey.slice(0, -1) + other, `\${AX_API_KEY%?}${other}`);
    },
  },
  {
    id: 'first-character',
    what: bilingual('the key with another first character', '첫 글자만 다른 키'),
    change: ({ apiKey }) => {
      const other = apiKey.startsWith('x') ? 'y' : 'x';
      return token(other + apiKey.slice(1), `${other}\${AX_API_KEY#?}`);
    },
  },
  {
    id: 'cut-at-end',
    what: bilingual('the key without its last character', '마지막 글자가 잘린 키'),
    change: ({ apiKey }) => long(apiKey, token(apiKey.slice(0, -1), `\${AX_API_KEY%?}`)),
  },
  {
    id: 'cut-at-start',
    what: bilingual('the key without its first character', '첫 글자가 잘린 키'),
    change: ({ apiKey }) => long(apiKey, token(apiKey.slice(1), `\${AX_API_KEY#?}`)),
  },
  {
    id: 'extended-at-end',
    what: bilingual('the key with a character after it', '뒤에 글자가 붙은 키'),
    change: ({ apiKey }) => token(`${apiKey}x`, `\${AX_API_KEY}x`),
  },
  {
    id: 'extended-at-start',
    what: bilingual('the key with a character before it', '앞에 글자가 붙은 키'),
    change: ({ apiKey }) => token(`x${apiKey}`, `x${KEY}`),
  },
  {
    id: 'other-case',
    what: bilingual('the key in the other case', '대소문자를 바꾼 키'),
    change: ({ apiKey }) => {
      const flipped = flipCase(apiKey);
      if (flipped === apiKey) return undefined;
      return token(flipped, '$(printf %s "$AX_API_KEY" | tr "A-Za-z" "a-zA-Z")');
    },
  },
  {
    id: 'key-twice',
    what: bilingual('the key given twice', '두 번 적은 키'),
    change: ({ apiKey }) => token(`${apiKey} ${apiKey}`, `${KEY} ${KEY}`),
  },
  {
    id: 'braces',
    what: bilingual('the key in the braces of the page', '문서의 중괄호까지 적은 키'),
    change: ({ apiKey }) => token(`{${apiKey}}`, `{${KEY}}`),
  },
  {
    id: 'in-query',
    what: bilingual('the key in the query and not in a header', '헤더가 아니라 쿼리 문자열에 있는 키'),
    change: ({ apiKey }) => ({
      credential: { value: undefined, shell: undefined },
      suffix: `?${['api_key', 'token', 'key', 'Authorization'].map((name) => `${name}=${encodeURIComponent(name === 'Authorization' ? `Token ${apiKey}` : apiKey)}`).join('&')}`,
    }),
  },
  {
    id: 'in-other-header',
    what: bilingual(
      'the key in X-API-Key and not in Authorization',
      'Authorization 이 아니라 X-API-Key 에 있는 키',
    ),
    change: ({ apiKey }) => ({
      credential: { value: undefined, shell: undefined },
      headers: { 'x-api-key': apiKey, 'x-auth-token': apiKey, cookie: `token=${encodeURIComponent(apiKey)}` },
    }),
  },
];

/**
 * The page (1.2 Detail, 2.1 Request, 2.4 Error Spec): only a valid key in the prescribed form may call, and `403` is the
 * answer to one that is not valid.
 */
export function authorizationCases(): Case[] {
  return [
    ...REFUSED.map(
      ({ id, what, change }): Case => ({
        id: `auth.${id}`,
        title: bilingual(`${capitalized(what.en)} is refused with 403`, `${what.ko}: 403 으로 거부된다`),
        expects: bilingual(
          '403 with a JSON detail, and nothing changed',
          'JSON detail 을 담은 403, 변경 없음',
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
  ];
}

/**
 * Sends the request to a made-up order first: a server that answers anything but a refusal there has let the key in, and
 * no order is risked to see that. Then to a real one.
 */
async function refuse(context: CaseContext, what: Bilingual, change: Change | undefined): Promise<Verdict> {
  if (change === undefined) {
    return observed(
      bilingual(
        'not asked: AX_API_KEY has no letters, so that it has no other case',
        '확인하지 않음: AX_API_KEY 에 글자가 없어 대소문자를 바꿀 수 없습니다',
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
        `키보다 주문을 먼저 찾으므로 없는 코드로는 알 수 없습니다. AX_ORDER_CODES 를 지정하십시오: ${show(first)}`,
      ),
    );
  }
  return unauthorized(context, await context.send(cancelRequest(context, change)), what);
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
    return observed(bilingual(`401 in place of 403: ${show(answer)}`, `403 이 아니라 401: ${show(answer)}`), {
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

function header(value: string, shell: string): { credential: Credential } {
  return { credential: { value, shell } };
}

function token(value: string, shell: string, word = 'Token'): { credential: Credential } {
  return header(`${word} ${value}`, `${word} ${shell}`);
}

/** A key of one character has nothing left when it is cut. */
function long(apiKey: string, change: Change): Change {
  return apiKey.length > 1 ? change : header('Token', 'Token');
}

function flipCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
