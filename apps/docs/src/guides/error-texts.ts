import type { Language } from '@ax-cloud/contract/contract';
import type { OrderOutcome } from '@ax-cloud/contract/outcomes';
import type { RefusalKind } from '@ax-cloud/contract/refusal-kinds';
import type { Again } from './error-rows.ts';

/** The words in the tables of the page "errors". */
interface ErrorTexts {
  titles: readonly string[];
  cancelled: Readonly<Record<OrderOutcome, string>>;
  again: Readonly<Record<Again, string>>;
  /** The event of the success, by its status. */
  success: (status: number) => string;
  /** @param scheme the word before the key */
  advice: Readonly<Record<RefusalKind, (scheme: string) => string>> &
    Readonly<{ success: string; check: string }>;
  notSent: Readonly<{ event: string; advice: string; provoke: string }>;
  body: string;
  /** Joins the parts of one request. */
  and: string;
  missing: string;
  textTitles: readonly string[];
}

/** The words of the page "errors" in each language. */
export const ERROR_TEXTS: Readonly<Record<Language, ErrorTexts>> = {
  ko: {
    titles: ['상태 코드 또는 상황', '취소되었나?', '다시 보내도 되나?', '할 일', 'Mock 서버에서 재현'],
    cancelled: {
      cancelled: '**예** (`ok`)',
      rejected: '아니요 (`rejected`)',
      unknown: '**알 수 없음** (`unknown`)',
      not_sent: '아니요 (`not_sent`)',
    },
    again: {
      done: '필요 없음',
      corrected: '고친 뒤에만',
      asked: '`Retry-After`만큼 기다린 뒤',
      checked: '주문을 확인하기 전에는 안 됨',
      yes: '예',
    },
    success: (status) => `\`${status}\`, 응답이 요청과 일치함`,
    advice: {
      success: '주문을 취소된 것으로 저장하십시오.',
      forbidden: (scheme) =>
        scheme === ''
          ? '키와 그 환경을 확인해 바로잡은 뒤 다시 보내십시오.'
          : `키와 그 환경, 키 앞의 \`${scheme}\`을 확인해 바로잡은 뒤 다시 보내십시오.`,
      not_found: () =>
        '채널의 주문 코드가 아닌 AX 주문 코드인지, 같은 환경의 주문인지 확인한 뒤 다시 보내십시오.',
      invalid_request: () => '응답이 가리키는 필드를 고친 뒤 다시 보내십시오.',
      refused: () => '응답에 적힌 것을 고친 뒤 다시 보내십시오.',
      check: '다시 보내기 전에 주문을 확인하십시오.',
    },
    notSent: {
      event: '연결되지 않음: 연결 거부, 이름을 찾지 못함, 경로 없음, 받아들일 수 없는 인증서',
      advice:
        '다시 보내십시오. 계속되면 서버 주소와 네트워크를 바로잡으십시오. 런타임이 이유를 알려 주지 않으면 알 수 없음으로 처리해야 합니다.',
      provoke: '아무것도 수신하지 않는 포트로 보내기',
    },
    body: '본문',
    and: '와 ',
    missing: '없음',
    textTitles: ['문구', '영어 번역', '상태 코드'],
  },
  en: {
    titles: ['Status or event', 'Cancelled?', 'Send again?', 'What to do', 'At the mock'],
    cancelled: {
      cancelled: '**Yes** (`ok`)',
      rejected: 'No (`rejected`)',
      unknown: '**Unknown** (`unknown`)',
      not_sent: 'No (`not_sent`)',
    },
    again: {
      done: 'No need',
      corrected: 'Once corrected',
      asked: 'After `Retry-After`',
      checked: 'Not before the order is checked',
      yes: 'Yes',
    },
    success: (status) => `\`${status}\` that repeats your request`,
    advice: {
      success: 'Store the order as cancelled.',
      forbidden: (scheme) =>
        scheme === ''
          ? 'Correct the key or its environment, then send again.'
          : `Correct the key, its environment, or the word \`${scheme}\` before it, then send again.`,
      not_found: () =>
        "Check that it is the AX order code, not your channel's, and belongs to this environment, then send again.",
      invalid_request: () => 'Correct the fields that the response names, then send again.',
      refused: () => 'Correct what the response says, then send again.',
      check: 'Check the order before you send again.',
    },
    notSent: {
      event: 'No connection: refused, name not found, no route, a certificate that is not accepted',
      advice:
        'Send again. If it persists, correct the address or the network. If your runtime does not tell why a connection failed, treat it as unknown.',
      provoke: 'Send to a port at which nothing listens',
    },
    body: 'body',
    and: ' and ',
    missing: 'missing',
    textTitles: ['Text', 'In English', 'Status'],
  },
};
