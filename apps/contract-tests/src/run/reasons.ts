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

/** The server refuses the key that it took at the start. */
export function keyLocked(requests: number, response: HttpResponse): Bilingual {
  return showing(
    `the server refuses the valid key, which it took before, as of request ${requests}. It may lock a key or an address after wrong keys or too many requests; wait, set AX_RATE, or leave the wrong keys out with --only order,headers,body,method,cancel`,
    `서버가 앞서 받아들인 올바른 키를 ${requests}번째 요청부터 거부합니다. 틀린 키나 많은 요청 때문에 키나 IP가 잠겼을 수 있습니다. 기다렸다가 다시 실행하거나, AX_RATE를 지정하거나, --only order,headers,body,method,cancel로 틀린 키를 빼고 실행하십시오`,
    response,
  );
}

/** No order is left for a case. */
export function noOrderLeft({
  alreadyCancelled: { length: already },
  unknown,
  refused,
}: OrderLists): Bilingual {
  if (unknown.length > 0) {
    return bilingual(
      `no order is left for it; ${unknown.length} of AX_ORDER_CODES may be cancelled, as their responses are missing or do not tell. Add codes`,
      `남은 주문이 없습니다. AX_ORDER_CODES 중 ${unknown.length}건은 응답이 없거나 불분명하여 취소 여부를 알 수 없습니다. 코드를 추가하십시오`,
    );
  }
  if (already > 0) {
    return bilingual(
      `no order is left for it; ${already} of AX_ORDER_CODES were already cancelled. Set fresh codes`,
      `남은 주문이 없습니다. AX_ORDER_CODES 중 ${already}건은 이미 취소되어 있었습니다. 새 코드를 지정하십시오`,
    );
  }
  if (refused.length > 0) {
    return bilingual(
      `no order is left for it; the server does not know ${refused.length} of AX_ORDER_CODES, or they are another channel's. Check the codes, and add some`,
      `남은 주문이 없습니다. AX_ORDER_CODES 중 ${refused.length}건은 서버가 알지 못하거나 다른 채널의 주문입니다. 코드를 확인하고 추가하십시오`,
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
