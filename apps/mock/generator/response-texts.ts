import type { Language } from '@ax-cloud/contract/contract';

/** The words of the table of responses in one language. The contract fills in what is documented. */
interface Texts {
  titles: readonly string[];
  /** The checks that do not depend on the contract, in their order. */
  before: readonly (readonly string[])[];
  missingKey(scheme: string): string;
  /** @param first whether it stands for every wrong key */
  wrongKey(header: string, first: boolean): string;
  method(method: string): string;
  allow(method: string): string;
  preference: readonly string[];
  parameter(name: string, value: string): string;
  /** @param more what else gets this response */
  order(code: string, more: readonly string[]): string;
  unknown: string;
  otherCode(field: string): string;
  otherForm(format: string): string;
  scenario: readonly string[];
  mediaType: readonly string[];
  unreadable: string;
  invalidParameter: string;
  invalid: string;
  oneDetail(status: number): string;
  messages(status: number): string;
  /** @param format the form of the order codes; undefined where any text may be one */
  success(format: string | undefined): string;
  echo(status: number): string;
}

const PLACEHOLDERS = '`{api_key}`, `$' + '{API_KEY}`';

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    titles: ['request', 'response'],
    before: [
      [
        'with `--cors`, the preflight request of a browser (`OPTIONS` with `Access-Control-Request-Method`)',
        '`204`, everything is allowed',
      ],
      ['`GET` or `HEAD /_mock/health`, `GET` or `DELETE /_mock/requests`', '`200`, see above'],
      ['body over 1 MiB', '`413`'],
      [
        'another path, or an order code that is `.`, `..` or has an encoded slash or null byte',
        '`404`, with the right path',
      ],
      ['`Accept` that does not allow JSON', '`406`'],
    ],
    missingKey: (scheme) =>
      scheme === ''
        ? 'no key, spaces in the key'
        : `no key, another scheme than \`${scheme}\`, spaces in the key`,
    wrongKey: (header, first) =>
      `\`Authorization: ${header}\`${
        first
          ? `; a key in the braces of a placeholder (${PLACEHOLDERS}), or one of the words \`undefined\`, \`null\`, \`None\``
          : ''
      }`,
    method: (method) => `another method than \`${method}\``,
    allow: (method) => `\`405\` with \`Allow: ${method}\``,
    preference: [
      '`Prefer`, or a query such as `?__code=`, with a value that the contract does not have',
      '`400`, with the possible values',
    ],
    parameter: (name, value) => (value === '' ? `no \`${name}\`` : `\`${name}: ${value}\``),
    order: (code, more) => [`order code \`${code}\``, ...more].join(''),
    unknown: ' (unknown)',
    otherCode: (field) => `; the \`${field}\` of the contract's example`,
    otherForm: (format) => `, and every other code that is not a ${format}, such as \`ORDER-123\``,
    scenario: ['order code of a scenario', 'see below'],
    mediaType: ['body with another `Content-Type` than `application/json`', '`415`'],
    unreadable: 'body that is not JSON in UTF-8',
    invalidParameter: 'header or query parameter that is missing or breaks its schema',
    invalid: 'body that breaks the schema; an absent body counts as `{}`',
    oneDetail: (status) => `\`${status}\`, one \`detail\``,
    messages: (status) => `\`${status}\`, one message for each invalid field`,
    success: (format) =>
      `any other key, with any other ${format === undefined ? 'order code' : `${format} as the order code`}`,
    echo: (status) => `\`${status}\`, the echo of the request`,
  },
  ko: {
    titles: ['요청', '응답'],
    before: [
      [
        '`--cors`를 켰을 때 브라우저의 사전(preflight) 요청(`Access-Control-Request-Method`가 있는 `OPTIONS`)',
        '`204`, 모두 허용',
      ],
      ['`GET` 또는 `HEAD /_mock/health`, `GET` 또는 `DELETE /_mock/requests`', '`200`(위 설명 참고)'],
      ['1 MiB를 넘는 본문', '`413`'],
      [
        '다른 경로, 또는 `.`, `..`, 인코딩된 슬래시나 널 바이트가 있는 주문 코드',
        '`404`, 올바른 경로를 알려 줌',
      ],
      ['JSON을 허용하지 않는 `Accept`', '`406`'],
    ],
    missingKey: (scheme) =>
      scheme === '' ? '키 없음, 공백이 든 키' : `키 없음, \`${scheme}\` 이외의 방식, 공백이 든 키`,
    wrongKey: (header, first) =>
      `\`Authorization: ${header}\`${
        first
          ? `, 자리 표시의 중괄호가 남은 키(${PLACEHOLDERS}), 키 자리에 \`undefined\`, \`null\`, \`None\``
          : ''
      }`,
    method: (method) => `\`${method}\` 이외의 메서드`,
    allow: (method) => `\`405\`와 \`Allow: ${method}\``,
    preference: ['명세에 없는 것을 요구하는 `Prefer`나 `?__code=` 등', '`400`, 쓸 수 있는 값을 알려 줌'],
    parameter: (name, value) => (value === '' ? `\`${name}\` 없음` : `\`${name}: ${value}\``),
    order: (code, more) => [`주문 코드 \`${code}\``, ...more].join(''),
    unknown: '(없는 주문)',
    otherCode: (field) => `, 명세 예시에 있는 \`${field}\``,
    otherForm: (format) => `, 그리고 \`ORDER-123\`처럼 ${format} 형식이 아닌 모든 값`,
    scenario: ['시나리오의 주문 코드', '아래 참고'],
    mediaType: ['`Content-Type`이 `application/json`이 아닌 본문', '`415`'],
    unreadable: 'UTF-8 JSON이 아닌 본문',
    invalidParameter: '없거나 스키마에 맞지 않는 헤더나 쿼리 파라미터',
    invalid: '스키마에 맞지 않는 본문(본문이 없으면 `{}`로 봄)',
    oneDetail: (status) => `\`${status}\`, \`detail\` 하나`,
    messages: (status) => `\`${status}\`, 잘못된 필드마다 메시지 하나`,
    success: (format) => `그 밖의 키와 그 밖의 ${format === undefined ? '' : `${format} `}주문 코드`,
    echo: (status) => `\`${status}\`, 요청을 그대로 되돌려 줌`,
  },
};
