import type { Language } from '@ax-cloud/contract/contract';

/** What is known about the order after a response, or without one. */
export type Outcome = 'verified' | 'rejected' | 'unknown';

/** Why an outcome is what it is. */
export type Why =
  | 'repeated'
  | 'notCancel'
  | 'notApplied'
  | 'refused'
  | 'turnedAway'
  | 'serverError'
  | 'malformed'
  | 'undocumented'
  | 'redirected'
  | 'tooLarge'
  | 'timeout'
  | 'cut'
  | 'network';

/** The outcome of each reason: the client's `outcome`, or `verified` for its success. */
export const OUTCOMES: Readonly<Record<Why, Outcome>> = {
  repeated: 'verified',
  notCancel: 'verified',
  notApplied: 'unknown',
  refused: 'rejected',
  turnedAway: 'rejected',
  serverError: 'unknown',
  malformed: 'unknown',
  undocumented: 'unknown',
  redirected: 'unknown',
  tooLarge: 'unknown',
  timeout: 'unknown',
  cut: 'unknown',
  network: 'unknown',
};

/** Why nothing is sent. */
export type Problem = 'noUrl' | 'insecure' | 'more' | 'production';

/** The words of the form that sends a request, in Markdown, with `{…}` for values that are known when the text is shown. */
export interface FormTexts {
  open: string;
  introduction: string;
  cases: Readonly<{ label: string; success: string; refusals: string; scenarios: string; none: string }>;
  server: string;
  serverHint: string;
  key: string;
  keyHint: string;
  required: string;
  leaveOut: string;
  body: string;
  bodyHint: string;
  send: string;
  curl: string;
  response: string;
  headers: string;
  outcomes: Readonly<Record<Outcome, string>>;
  why: Readonly<Record<Why, string>>;
  problems: Readonly<Record<Problem, string>>;
  sending: string;
  isMock: string;
  confirm: string;
  unmet: string;
}

const ko: FormTexts = {
  open: '직접 보내 보기',
  introduction:
    '이 브라우저에서 요청을 보내고 응답을 판정합니다. 기본 서버는 이 컴퓨터의 Mock 서버이며, 이 명세의 저장소에서 `pnpm mock --cors`로 ' +
    '띄웁니다. 입력한 값은 어디에도 저장하지 않습니다.',
  cases: {
    label: '상황',
    success: '성공',
    refusals: '문서화된 거부',
    scenarios: '시나리오(Mock 서버 전용)',
    none: '응답 없음',
  },
  server: '서버',
  serverHint:
    'https 주소나 이 컴퓨터의 주소만 쓸 수 있습니다. 다른 오리진의 페이지를 허용하는(CORS) 서버여야 하며, AX Cloud 서버가 허용하는지는 ' +
    '알 수 없습니다.',
  key: 'API 키',
  keyHint: 'Mock 서버는 형식에 맞으면 아무 키나 받습니다(예: any-key).',
  required: '필수',
  leaveOut: '보내지 않음',
  body: '본문',
  bodyHint: '이대로 보냅니다. 위 필드를 바꾸면 함께 바뀌며, 직접 고칠 수도 있습니다.',
  send: '보내기',
  curl: '같은 요청(curl)',
  response: '응답',
  headers: '브라우저가 보여 주는 헤더',
  outcomes: { verified: '확인됨', rejected: '거부됨', unknown: '결과를 알 수 없음' },
  why: {
    repeated: '응답이 요청을 그대로 되돌려 주었습니다({fields}).',
    notCancel:
      '응답이 요청을 그대로 되돌려 주었습니다({fields}). 그러나 보낸 상태가 취소가 아니므로 주문이 취소되었다는 뜻은 아닙니다.',
    notApplied: '응답이 요청과 다릅니다. 취소된 것으로 처리하지 말고 주문을 확인하십시오.',
    refused: '명세에 있는 응답(`{status}`)이며, 본문도 명세의 형식입니다.',
    turnedAway: '명세에 없는 응답(`{status}`)이지만, 서버가 요청을 처리하지 않고 돌려보냈다는 뜻입니다.',
    serverError: '명세에 있는 응답(`{status}`)이지만 서버 오류입니다. 다시 보내기 전에 주문을 확인하십시오.',
    malformed:
      '응답(`{status}`)의 본문이 명세와 다릅니다. 서버 주소를 확인하고, 다시 보내기 전에 주문을 확인하십시오.',
    undocumented: '명세에 없는 응답(`{status}`)입니다. 다시 보내기 전에 주문을 확인하십시오.',
    redirected:
      '서버가 다른 주소로 리다이렉트했습니다. 키와 본문이 그곳으로 나가지 않도록 따라가지 않았습니다. 브라우저는 그 주소를 알려 주지 않습니다. ' +
      '서버 주소를 바로잡고 주문을 확인하십시오.',
    tooLarge: '응답 본문이 1 MiB를 넘습니다. 서버 주소와 주문을 확인하십시오.',
    timeout: '{seconds}초 안에 응답을 끝까지 받지 못했습니다. 다시 보내기 전에 주문을 확인하십시오.',
    cut: '응답(`{status}`)의 본문을 받는 중에 연결이 끊겼습니다. 다시 보내기 전에 주문을 확인하십시오.',
    network:
      '응답을 받지 못했습니다. 브라우저는 그 이유를 알려 주지 않습니다. 서버가 떠 있지 않거나, 연결이 끊겼거나, 서버가 다른 오리진의 ' +
      '페이지를 허용하지 않았거나(CORS), 이 브라우저가 요청을 막았을 수 있습니다. Mock 서버라면 `pnpm mock --cors`로 띄웠는지 확인하십시오.',
  },
  problems: {
    noUrl: '서버 주소가 올바른 URL이 아닙니다. `http://127.0.0.1:4010`이나 `https://…`처럼 입력하십시오.',
    insecure:
      '키가 그대로 드러나므로 http로는 `127.0.0.1`과 `localhost`에만 보냅니다. https 주소를 입력하십시오.',
    more: '서버 주소에는 스킴, 호스트, 포트만 입력하십시오. 경로는 `{path}`입니다.',
    production: 'AX Cloud 운영 서버에는 보내지 않습니다. 실제 주문이 취소됩니다.',
  },
  sending: '응답을 기다리고 있습니다(최대 {seconds}초).',
  isMock: 'Mock 서버의 응답이므로 실제로 취소된 주문은 없습니다.',
  confirm:
    'AX Cloud 서버({host})로 보냅니다. 그곳의 주문이 취소될 수 있습니다. 테스트 주문이 맞습니까? 확인을 누르면 한 번 보냅니다.',
  unmet: '`{field}`: 요청은 `{expected}`, 응답은 `{received}`',
};

const en: FormTexts = {
  open: 'Try it',
  introduction:
    'Sends the request from this browser and judges the response. By default it goes to the mock server on this machine: start it ' +
    'with `pnpm mock --cors` in the repository of this contract. Nothing that you enter is stored.',
  cases: {
    label: 'Case',
    success: 'Success',
    refusals: 'Documented refusals',
    scenarios: 'Scenarios (mock only)',
    none: 'no response',
  },
  server: 'Server',
  serverHint:
    'An https URL, or one of this machine. The server must allow pages of other origins (CORS); whether AX Cloud does is unknown.',
  key: 'API key',
  keyHint: 'The mock accepts any well-formed key, such as any-key.',
  required: 'required',
  leaveOut: 'leave out',
  body: 'Body',
  bodyHint: 'Sent exactly like this. The fields above change it, and you can edit it.',
  send: 'Send',
  curl: 'The same request (curl)',
  response: 'Response',
  headers: 'Headers that the browser shows',
  outcomes: { verified: 'Verified', rejected: 'Rejected', unknown: 'Unknown' },
  why: {
    repeated: 'The response repeats the request ({fields}).',
    notCancel:
      'The response repeats the request ({fields}). The status that was sent is not a cancel, so this does not say that the order is cancelled.',
    notApplied: 'The response does not repeat the request. Do not treat the order as cancelled: check it.',
    refused: 'The contract documents `{status}`, and the body has the documented form.',
    turnedAway:
      'The contract does not document `{status}`. It means that the server turned the request away unprocessed.',
    serverError:
      'The contract documents `{status}`, an error of the server. Check the order before you send again.',
    malformed:
      'The body of this `{status}` is not what the contract describes. Check the URL of the server, and the order before you send again.',
    undocumented: 'The contract does not document `{status}`. Check the order before you send again.',
    redirected:
      'The server redirected the request. It was not followed, because the key and the body would go to the other address, which the ' +
      'browser hides. Correct the URL of the server, and check the order.',
    tooLarge: 'The body of the response is larger than 1 MiB. Check the URL of the server, and the order.',
    timeout: 'No complete response within {seconds} seconds. Check the order before you send again.',
    cut: 'The connection ended within the body of this `{status}`. Check the order before you send again.',
    network:
      'No response, and the browser does not say why: the server may not be running, the connection may have ended, the server may not ' +
      'allow pages of other origins (CORS), or this browser blocked the request. If it is the mock, check that you started it with ' +
      '`pnpm mock --cors`.',
  },
  problems: {
    noUrl: 'This is not a valid URL. Write `http://127.0.0.1:4010` or `https://…`.',
    insecure:
      'Plain http sends the key unencrypted, and is allowed to `127.0.0.1` and `localhost` only. Give an https URL.',
    more: 'Give scheme, host and port only. The path is `{path}`.',
    production: "Nothing is sent to AX Cloud's production, where real orders are cancelled.",
  },
  sending: 'Waiting for the response, {seconds} seconds at most.',
  isMock: 'The mock responded: no real order was cancelled.',
  confirm:
    "This goes to a server of AX Cloud's ({host}) and may cancel an order there. Is it a test order? OK sends the request once.",
  unmet: '`{field}`: requested `{expected}`, received `{received}`',
};

/** The words of the form in each language. */
export const FORM_TEXTS: Readonly<Record<Language, FormTexts>> = { ko, en };
