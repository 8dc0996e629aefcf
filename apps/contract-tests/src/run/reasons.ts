import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Exchange, HttpResponse } from '../http/message.ts';
import { showing } from '../http/response.ts';
import type { OrderLists } from './orders.ts';

/**
 * The server does not respond any more.
 *
 * @param requests how many requests got a response
 * @param lastSent the last requests; one of them may be the reason
 */
export function wentAway(requests: number, code: string, lastSent: readonly Exchange[]): Bilingual {
  const ids = [...new Set(lastSent.flatMap(({ caseId }) => caseId ?? []))];
  const after = bilingual(
    `the server went away after request ${requests} (${code})`,
    `${requests}번째 요청 이후 서버가 응답하지 않습니다 (${code})`,
  );
  if (ids.length === 0) return after;
  const [were, cases] = [ids.length === 1 ? 'case sent was' : 'cases sent were', ids.join(', ')];
  return bilingual(`${after.en}; the last ${were} ${cases}`, `${after.ko}. 마지막으로 보낸 항목: ${cases}`);
}

/** The server sent too many 429s in a row, or one that asks for too long a wait. */
export function rateLimited(requests: number, response: HttpResponse): Bilingual {
  const after = response.headers['retry-after'];
  const asked = after === undefined ? '' : `, Retry-After ${after}`;
  return bilingual(
    `rate limited after ${requests} requests (429${asked}); set AX_RATE to the requests a second that the server allows`,
    `요청 ${requests}건 이후 호출 횟수가 제한되었습니다 (429${asked}). 서버가 허용하는 초당 요청 수를 AX_RATE에 지정하십시오`,
  );
}

/** No order is left for a case. */
export function noOrderLeft({ alreadyCancelled: { length: already }, unknown }: OrderLists): Bilingual {
  if (unknown.length > 0) {
    return bilingual(
      `no order is left for it; ${unknown.length} of AX_ORDER_CODES got no response and may be cancelled. Add codes`,
      `남은 주문이 없습니다. AX_ORDER_CODES 중 ${unknown.length}건은 응답이 없어 취소 여부를 알 수 없습니다. 코드를 추가하십시오`,
    );
  }
  if (already > 0) {
    return bilingual(
      `no order is left for it; ${already} of AX_ORDER_CODES were already cancelled. Set fresh codes`,
      `남은 주문이 없습니다. AX_ORDER_CODES 중 ${already}건은 이미 취소되어 있었습니다. 새 코드를 지정하십시오`,
    );
  }
  return bilingual(
    'no order is left for it; add codes to AX_ORDER_CODES',
    '남은 주문이 없습니다. AX_ORDER_CODES에 코드를 추가하십시오',
  );
}

/** Something in front of the server responded. */
export function inItsPlace(en: string, ko: string, response: HttpResponse): Bilingual {
  return showing(`${en} responded in the server's place`, `서버 대신 ${ko}가 응답했습니다`, response);
}
