import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import { type Credential, credential, schemeOf } from '../credential.ts';
import { taggedBody } from './bodies.ts';
import type { Change, RequestContext } from './requests.ts';

/** What of a run an altered credential is made from. */
type CredentialContext = RequestContext & { invalidApiKey: string };

/** A request that has not the contract's word, one space and a valid key. */
export interface AlteredCredential {
  id: string;
  what: Bilingual;
  /** With some keys, this is the valid header. */
  change(context: CredentialContext): Change;
}

/** The key in a shell. */
export const KEY = '$AX_API_KEY';

/** The altered credentials. All but the scheme in them is the suite's own. */
export function alteredCredentials(contract: Contract): AlteredCredential[] {
  const scheme = schemeOf(contract);
  const token = (value: string, shell: string) => withScheme(scheme, value, shell);
  return [
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
      what: bilingual(`"${scheme}" without a key`, `키 없이 "${scheme}"만 있는 헤더`),
      change: () => header(scheme, scheme),
    },
    {
      id: 'no-scheme',
      what: bilingual(`the key without "${scheme}" before it`, `"${scheme}" 없이 키만 있는 헤더`),
      change: ({ apiKey }) => header(apiKey, KEY),
    },
    {
      id: 'other-scheme',
      what: bilingual('the key after "Bearer"', '"Bearer" 뒤의 키'),
      change: ({ apiKey }) => withScheme('Bearer', apiKey, KEY),
    },
    {
      id: 'glued-scheme',
      what: bilingual(`"${scheme}" and the key without a space`, `공백 없이 붙인 "${scheme}"과 키`),
      change: ({ apiKey }) => header(scheme + apiKey, scheme + KEY),
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
      id: 'middle-character',
      what: bilingual('the key with another character in the middle', '가운데 글자만 다른 키'),
      change: ({ apiKey }) => {
        const middle = Math.floor(apiKey.length / 2);
        const other = apiKey[middle] === 'x' ? 'y' : 'x';
        return token(
          apiKey.slice(0, middle) + other + apiKey.slice(middle + 1),
          `$(printf %s "$AX_API_KEY" | sed "s/./${other}/${middle + 1}")`,
        );
      },
    },
    {
      id: 'reversed',
      what: bilingual('the key backwards', '글자 순서를 뒤집은 키'),
      change: ({ apiKey }) => token([...apiKey].reverse().join(''), '$(printf %s "$AX_API_KEY" | rev)'),
    },
    {
      id: 'cut-at-end',
      what: bilingual('the key without its last character', '마지막 글자가 잘린 키'),
      change: ({ apiKey }) => long(apiKey, scheme, token(apiKey.slice(0, -1), `\${AX_API_KEY%?}`)),
    },
    {
      id: 'cut-at-start',
      what: bilingual('the key without its first character', '첫 글자가 잘린 키'),
      change: ({ apiKey }) => long(apiKey, scheme, token(apiKey.slice(1), `\${AX_API_KEY#?}`)),
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
      change: ({ apiKey }) => token(flipCase(apiKey), '$(printf %s "$AX_API_KEY" | tr "A-Za-z" "a-zA-Z")'),
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
      id: 'quoted',
      what: bilingual('the key in quotes', '따옴표로 감싼 키'),
      change: ({ apiKey }) => token(`"${apiKey}"`, `\\"${KEY}\\"`),
    },
    {
      id: 'colon',
      what: bilingual(`"${scheme}:" with a colon before the key`, `키 앞에 콜론을 붙인 "${scheme}:"`),
      change: ({ apiKey }) => withScheme(`${scheme}:`, apiKey, KEY),
    },
    {
      id: 'comma-list',
      what: bilingual('a wrong key and the key, with a comma between', '쉼표로 이어 적은 틀린 키와 키'),
      change: ({ apiKey }) => token(`x,${apiKey}`, `x,${KEY}`),
    },
    {
      id: 'encoded',
      what: bilingual('the key in Base64', 'Base64로 인코딩한 키'),
      change: ({ apiKey }) =>
        token(Buffer.from(apiKey).toString('base64'), '$(printf %s "$AX_API_KEY" | base64 -w0)'),
    },
    {
      id: 'basic',
      what: bilingual('the key after "Basic", as a user name', '"Basic" 사용자 이름으로 보낸 키'),
      change: ({ apiKey }) =>
        withScheme(
          'Basic',
          Buffer.from(`${apiKey}:`).toString('base64'),
          '$(printf %s: "$AX_API_KEY" | base64 -w0)',
        ),
    },
    {
      id: 'key-scheme',
      what: bilingual('the key after "ApiKey"', '"ApiKey" 뒤의 키'),
      change: ({ apiKey }) => withScheme('ApiKey', apiKey, KEY),
    },
    {
      id: 'page-key',
      what: bilingual("the key of the page's cURL", '문서 cURL의 키'),
      change: () => token(PAGE_KEY, PAGE_KEY),
    },
    {
      id: 'null-word',
      what: bilingual('"null" for a key', '키 대신 "null"'),
      change: () => token('null', 'null'),
    },
    {
      id: 'wildcard',
      what: bilingual('an asterisk for a key', '키 대신 별표'),
      change: () => token('*', '*'),
    },
    {
      id: 'quotation-mark',
      what: bilingual('a quotation mark for a key', '키 대신 작은따옴표'),
      change: () => token("'", "'"),
    },
    {
      id: 'very-long',
      what: bilingual('a key of 2,000 characters', '2,000자의 키'),
      change: () => token('a'.repeat(2000), '$(printf %2000s | tr " " a)'),
    },
    {
      id: 'in-query',
      what: bilingual('the key in the query and not in a header', '헤더가 아니라 쿼리 문자열에 있는 키'),
      change: ({ apiKey }) => ({ ...WITHOUT, query: query(scheme, apiKey) }),
    },
    {
      id: 'in-other-header',
      what: bilingual(
        'the key in other headers and not in Authorization',
        'Authorization이 아니라 다른 헤더에 있는 키',
      ),
      change: ({ apiKey }) => ({ ...WITHOUT, headers: otherHeaders(scheme, apiKey) }),
    },
    {
      id: 'in-body',
      what: bilingual('the key in the body and not in a header', '헤더가 아니라 본문에 있는 키'),
      change: (context) => ({
        ...WITHOUT,
        body: { ...taggedBody(context), api_key: context.apiKey, token: context.apiKey },
      }),
    },
  ];
}

/** The stand-in for a key in the page's cURL (3.1). */
const PAGE_KEY = 'api_key_secret';

/** No Authorization header. */
export const WITHOUT: Change = { credential: { value: undefined, shell: undefined } };

/** The names under which servers look for a key, all at once: none of them is the page's. */
function query(scheme: string, apiKey: string): string {
  const names = ['api_key', 'apikey', 'apiKey', 'key', 'token', 'access_token', 'auth', 'auth_token'];
  const pairs = Object.fromEntries(names.map((name) => [name, apiKey]));
  return new URLSearchParams({
    ...pairs,
    Authorization: withScheme(scheme, apiKey, '').credential.value ?? '',
  }).toString();
}

function otherHeaders(scheme: string, apiKey: string): Record<string, string> {
  const bare = ['x-api-key', 'api-key', 'apikey', 'x-token', 'x-auth-token', 'x-access-token', 'token'];
  const whole = ['x-authorization', 'proxy-authorization', 'x-forwarded-authorization'];
  return {
    ...Object.fromEntries(bare.map((name) => [name, apiKey])),
    ...Object.fromEntries(whole.map((name) => [name, withScheme(scheme, apiKey, '').credential.value ?? ''])),
    cookie: `token=${encodeURIComponent(apiKey)}; api_key=${encodeURIComponent(apiKey)}`,
  };
}

function header(value: string, shell: string): { credential: Credential } {
  return { credential: { value, shell } };
}

/** A header of a word, a space and a value, beside the way to write it in a shell. */
export function withScheme(scheme: string, value: string, shell: string): { credential: Credential } {
  return { credential: credential(scheme, value, shell) };
}

/** A key of one character has nothing left when it is cut. */
function long(apiKey: string, scheme: string, change: Change): Change {
  return apiKey.length > 1 ? change : header(scheme, scheme);
}

function flipCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}
