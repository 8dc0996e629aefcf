import type { Language } from '@ax-cloud/contract/contract';
import type { SchemaName } from './files.ts';
import type { Loss } from './openapi-3.0.ts';

/** The words of the downloads in one language. */
export interface DownloadTexts {
  /** The heading of the downloads, in the menu and in the reference. */
  title: string;
  /** The columns of the table in the reference. */
  columns: readonly [file: string, content: string];
  contract: string;
  olderContract: string;
  postman: string;
  markdown: string;
  llms: string;
  /** What `llms.txt` says below its summary. */
  about: string;
  schemas: Readonly<Record<SchemaName, string>>;
  /** Introduces how the contract in OpenAPI 3.0 differs. */
  losses: string;
  /** The differences, in Markdown. */
  loss: Readonly<Record<Loss, string>>;
  /** The link to a page's Markdown in the menu. */
  thisPage: string;
  /** The description of the Postman collection, in Markdown, after the summary. */
  collection: (orderCode: string) => string;
  baseUrl: (servers: string) => string;
  apiKey: string;
  statusTest: (status: number) => string;
  fieldTest: (name: string) => string;
  echoTest: (field: string, expression: string) => string;
  /** The word before the name of an example in Markdown. */
  example: string;
}

const ko: DownloadTexts = {
  title: '다운로드',
  columns: ['파일', '내용'],
  contract: '명세 원본(OpenAPI 3.1)',
  olderContract: 'OpenAPI 3.1을 읽지 못하는 도구를 위한 변환본(OpenAPI 3.0.3)',
  postman:
    'Postman 컬렉션(v2.1). 예시마다 요청이 하나씩 있고, 응답이 보낸 값을 그대로 돌려주는지 테스트합니다. 처음에는 Mock 서버로 보냅니다.',
  markdown: '이 페이지의 Markdown. 다른 페이지도 주소의 `.html`을 `.md`로 바꾸면 받을 수 있습니다.',
  llms: 'LLM 도구를 위한 Markdown 페이지 목록',
  about:
    'AX Cloud의 위키 페이지 하나를 바탕으로, 서버에 접근하지 못한 채 작성한 명세입니다. `추정`으로 표시한 내용은 해석이며, 미해결 질문마다 답을 확인하는 방법이 있습니다.',
  schemas: {
    report: '컨트랙트 테스트 보고서(`contract.json`)의 JSON Schema',
    source: '원문의 진술과 미해결 질문을 기록한 `source.yaml`의 JSON Schema',
    scenarios: 'Mock 서버의 시나리오(`scenarios.yaml`)의 JSON Schema',
    'generated-clients': '생성한 클라이언트의 실행 결과(`generated-clients.json`)의 JSON Schema',
  },
  losses:
    'OpenAPI 3.0 변환본은 원본에서 자동으로 만듭니다. 허용하는 값은 원본과 같으며, 다른 점은 다음과 같습니다.',
  loss: {
    summary: '`info.summary`는 `info.description`의 맨 앞으로 옮겨집니다.',
    examples: '스키마의 `examples`는 첫 번째 값만 `example`로 남습니다.',
    fieldTexts: '`$ref` 옆에 있는 필드 설명은 그 객체의 설명 끝으로 옮겨집니다.',
    siblings: '`$ref` 옆에 있는 그 밖의 내용은 빠집니다.',
    open: '기본값인 `additionalProperties: true`는 적지 않습니다. 추가 필드를 거부하는 생성기라면 원본을 사용하십시오.',
    nullable: "`type: [..., 'null']`은 `nullable: true`가 됩니다.",
  },
  thisPage: '이 페이지(Markdown)',
  collection: (orderCode) =>
    `처음에는 \`pnpm mock\`으로 띄운 Mock 서버로 요청을 보냅니다. 다른 서버에 보내려면 변수 \`base_url\`, \`api_key\`, \`${orderCode}\`를 바꾸십시오. ` +
    '키는 공유되지 않는 현재 값(current value)에만 넣으십시오.\n\n' +
    `성공 요청은 \`${orderCode}\`의 주문을 실제로 취소합니다. Mock 서버가 아니면 컬렉션 전체를 실행하지 마십시오. 오류 요청에 쓰인 값은 Mock 서버에서만 ` +
    '해당 응답을 보장합니다.\n\n' +
    '성공은 응답의 주문이 보낸 값을 그대로 돌려줄 때만 인정합니다.',
  baseUrl: (servers) => `서버 주소. 기본값은 Mock 서버입니다. AX Cloud: ${servers}`,
  apiKey:
    'API 키. Mock 서버는 형식에 맞는 모든 키를 받습니다. 실제 키는 현재 값(current value)에만 넣으십시오.',
  statusTest: (status) => `상태 코드가 ${status}입니다`,
  fieldTest: (name) => `응답에 ${name} 필드가 있습니다`,
  echoTest: (field, expression) => `${field} 값이 ${expression} 값과 같습니다`,
  example: '예시',
};

const en: DownloadTexts = {
  title: 'Downloads',
  columns: ['File', 'Content'],
  contract: 'The contract (OpenAPI 3.1)',
  olderContract: 'The contract converted to OpenAPI 3.0.3, for tools that do not read 3.1',
  postman:
    'Postman collection (v2.1): one request for each example, with tests that compare the response with the request. It calls the mock until you change its variables.',
  markdown: 'This page in Markdown. For another page, write `.md` in place of `.html`.',
  llms: 'The list of the pages in Markdown, for LLM tools',
  about:
    "The contract was written from one page of AX Cloud's wiki, without access to the server. What is marked `inferred` is a reading of that page; each open question has what would settle it.",
  schemas: {
    report: 'JSON Schema of the report of the contract tests (`contract.json`)',
    source: 'JSON Schema of `source.yaml`: the statements of the page, and the open questions',
    scenarios: "JSON Schema of the mock's scenarios (`scenarios.yaml`)",
    'generated-clients': 'JSON Schema of the results of generated clients (`generated-clients.json`)',
  },
  losses:
    'The contract in OpenAPI 3.0 is made from the original. It allows the same values, and differs in this:',
  loss: {
    summary: '`info.summary` stands at the beginning of `info.description`.',
    examples: 'Of the `examples` of a schema, the first one is kept, as `example`.',
    fieldTexts:
      'The description of a field that is a `$ref` stands at the end of the description of the object.',
    siblings: 'Whatever else stands beside a `$ref` is left out.',
    open: '`additionalProperties: true` is not written, because it is the default. Where a generator then refuses further fields, use the original.',
    nullable: "`type: [..., 'null']` is written as `nullable: true`.",
  },
  thisPage: 'This page (Markdown)',
  collection: (orderCode) =>
    `The requests go to the mock, which \`pnpm mock\` starts. To call another server, change the variables \`base_url\`, \`api_key\` and \`${orderCode}\`. ` +
    'Put a key into the current value only, which is not shared.\n\n' +
    `A successful request cancels the order \`${orderCode}\`. Run the whole collection against the mock only. The values that bring about an error ` +
    'are those of the mock; another server need not respond in the same way.\n\n' +
    'A request passes as a success only where the order in the response repeats what was sent.',
  baseUrl: (servers) => `The server; the mock by default. AX Cloud: ${servers}`,
  apiKey: 'The API key. The mock takes any well-formed one. Put a real key into the current value only.',
  statusTest: (status) => `The status is ${status}`,
  fieldTest: (name) => `The response has ${name}`,
  echoTest: (field, expression) => `${field} equals ${expression}`,
  example: 'Example',
};

/** The words of the downloads in each language. */
export const TEXTS: Readonly<Record<Language, DownloadTexts>> = { ko, en };
