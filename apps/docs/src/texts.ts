import type { EXIT_CODES } from '@ax-cloud/channel-spec/samples';
import type { Language } from '@ax-cloud/contract/contract';

/** The site's own words. Those of Redoc are in `redoc-labels.ts`, those of the contract in its bundles. */
export interface Texts {
  /** The name of the site's navigation, for screen readers. */
  navigation: string;
  reference: string;
  questions: string;
  /** The label of the link that leads to this language. */
  switchHere: string;
  /** The section about the mock at the end of the introduction, in Markdown. */
  mock: Readonly<{
    title: string;
    introduction: string;
    columns: readonly [sent: string, response: string, meaning: string];
    /** For a value that is missing or malformed. */
    missing: string;
    /** Introduces the table of scenarios. */
    scenarios: string;
  }>;
  /** Introduces the readings that the contract follows in place of its own. */
  underReadings: string;
  locale: string;
  skip: string;
  menu: string;
  theme: string;
  /** In `count`, `#` stands for the number. */
  search: Readonly<{ title: string; hint: string; none: string; count: string; close: string }>;
  copy: string;
  copied: string;
  /** In place of `copied` when a page cannot write to the clipboard. */
  selected: string;
  notFound: Readonly<{ title: string; text: string }>;
  /** The choice between the examples of the request. */
  example: string;
  examples: string;
  response: string;
  samples: string;
  /** How each sample ends. */
  exitCodes: (codes: typeof EXIT_CODES) => string;
  /** The tab with the body of the request. */
  bodyAsJson: string;
}

const ko: Texts = {
  navigation: '문서 이동',
  reference: 'API 문서',
  questions: '미해결 질문',
  switchHere: '한국어',
  mock: {
    title: 'Mock 서버로 시험하기',
    introduction:
      '키가 없어도 Mock 서버에서 연동을 시험할 수 있습니다. 이 명세의 저장소에서 `pnpm mock`으로 띄우면 `http://127.0.0.1:4010`에서 ' +
      '운영 환경과 같은 경로로 응답합니다. 아래 값을 보내면 해당 응답을 받습니다. 형식에 맞는 다른 키와 UUID 형식의 다른 주문 코드로 ' +
      '올바른 요청을 보내면 취소에 성공합니다.',
    columns: ['보내는 값', '응답', '의미'],
    missing: '없음 또는 형식 오류',
    scenarios:
      '명세에 없는 상황도 정해진 주문 코드로 시험할 수 있습니다. 네트워크나 프록시에서 일어날 수 있는 일이며, AX Cloud 서버가 그렇게 ' +
      '동작하는지는 알 수 없습니다.',
  },
  underReadings: '이 문서는 원래 명세가 아니라 다음 해석을 적용한 명세를 보여 줍니다:',
  locale: 'ko_KR',
  skip: '본문으로 건너뛰기',
  menu: '목차',
  theme: '밝게/어둡게',
  search: {
    title: '검색',
    hint: '필드, 상태 코드, 질문 …',
    none: '검색 결과가 없습니다.',
    count: '#건',
    close: '닫기',
  },
  copy: '복사',
  copied: '복사했습니다',
  selected: '선택했습니다. Ctrl+C로 복사하십시오',
  notFound: { title: '페이지를 찾을 수 없습니다', text: '주소가 바뀌었거나 잘못되었습니다.' },
  example: '예시',
  examples: '예시',
  response: '응답',
  samples: '코드 예제',
  exitCodes: ({ cancelled, refused, misuse }) =>
    `예제는 응답이 요청과 일치할 때만 종료 코드 ${cancelled}으로 끝납니다. ${refused}은 서버가 거부했거나 요청을 보내지 못한 경우, ` +
    `${misuse}는 키를 지정하지 않은 경우입니다. 그 밖의 코드는 취소 여부를 알 수 없다는 뜻이므로 주문을 확인하십시오.`,
  bodyAsJson: 'JSON 본문',
};

const en: Texts = {
  navigation: 'Site',
  reference: 'API reference',
  questions: 'Open questions',
  switchHere: 'English',
  mock: {
    title: 'Trying it on the mock',
    introduction:
      'You need no key to try your integration on the mock server. Started with `pnpm mock` in the repository of this contract, it ' +
      'listens at `http://127.0.0.1:4010`, at the path that production has. The values below get the responses beside them. Any ' +
      'other well-formed key, with any other order code that is a UUID and a valid body, gets a successful cancel.',
    columns: ['Send', 'Response', 'Meaning'],
    missing: 'missing or malformed',
    scenarios:
      'Scenarios are what the contract does not document, each at an order code of its own. Networks and proxies do such things; ' +
      "nobody knows whether AX Cloud's server does.",
  },
  underReadings: 'This page does not show the contract as it is, but under the reading',
  locale: 'en_US',
  skip: 'Skip to the content',
  menu: 'Contents',
  theme: 'Light/dark',
  search: {
    title: 'Search',
    hint: 'A field, a status, a question …',
    none: 'Nothing found.',
    count: '# found',
    close: 'Close',
  },
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected. Press Ctrl+C',
  notFound: { title: 'This page does not exist', text: 'Its address has changed or is wrong.' },
  example: 'Example',
  examples: 'Examples',
  response: 'Response',
  samples: 'Code samples',
  exitCodes: ({ cancelled, refused, misuse }) =>
    `A sample ends with exit code ${cancelled} only when the response repeats the request. ${refused} means that the server ` +
    `refused or that nothing was sent, ${misuse} that the key is not set. Any other code leaves it unknown whether the order ` +
    'is cancelled: check it.',
  bodyAsJson: 'JSON body',
};

/** The site's own words in each language. */
export const TEXTS: Readonly<Record<Language, Texts>> = { ko, en };
