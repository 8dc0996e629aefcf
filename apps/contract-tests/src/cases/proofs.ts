import { bilingual } from '../bilingual.ts';
import type { Case, Proof } from './case.ts';
import { failed, notAsked, observed, passed, saying } from './verdicts.ts';

/** Asks whether a refused request changes nothing. */
const QUESTION = 'refusal-changes-nothing';

/** A refusal does not prove that nothing was changed. A later cancel of the same order does. */
export function proofCase(): Case {
  return {
    id: 'order.unchanged',
    title: bilingual(
      'An order that only refused requests have touched can still be cancelled',
      '거부된 요청만 받은 주문은 여전히 취소할 수 있다',
    ),
    expects: bilingual('a later cancel succeeds', '이후의 취소가 성공함'),
    level: 'documented',
    needs: 'run',
    proves: ['detail-key-needed'],
    asks: [QUESTION],
    async run({ proofs, repeatable }) {
      if (proofs.length === 0) {
        return notAsked(
          'no order was cancelled after requests that must be refused',
          '거부되어야 할 요청 뒤에 취소된 주문이 없습니다',
        );
      }
      const changed = proofs.find(({ state }) => state === 'changed');
      if (changed !== undefined) {
        const list = changed.touchedBy.join(', ');
        return failed(
          bilingual(
            `one of these requests was refused, but cancelled the order: ${list}. Two orders that got them could not be cancelled afterwards; one that did not could`,
            `다음 요청 중 하나가 거부 응답을 받고도 주문을 취소했습니다: ${list}. 이 요청들을 받은 주문 두 건은 이후 취소할 수 없었고, 받지 않은 주문은 취소할 수 있었습니다`,
          ),
        );
      }
      const intact = proofs.filter(({ state }) => state === 'intact').flatMap(({ touchedBy }) => touchedBy);
      const repeatedly = betweenIntact(proofs);
      if (repeatedly.length > 1) {
        const list = [...new Set(repeatedly.flatMap(({ touchedBy }) => touchedBy))].join(', ');
        return observed(
          bilingual(
            `unknown: several orders that got only refused requests could not be cancelled, while others before and after them could. A refused request cancels the order, the cancel of one order cancels another, or they were already cancelled: ${list}`,
            `알 수 없음: 거부된 요청만 받은 주문을 취소할 수 없는 경우가 반복되었고, 그 전후의 다른 주문은 취소할 수 있었습니다. 거부된 요청이 주문을 취소하거나, 한 주문의 취소가 다른 주문까지 취소하거나, 이미 취소된 주문입니다: ${list}`,
          ),
        );
      }
      const doubtful = proofs.filter(
        ({ state, touchedBy }) => state === 'doubtful' && !touchedBy.every((id) => intact.includes(id)),
      );
      if (doubtful.length > 0) {
        const list = doubtful.flatMap(({ touchedBy }) => touchedBy).join(', ');
        return observed(
          bilingual(
            `unknown: an order could not be cancelled after these requests. Either it was already cancelled, or one of them cancelled it. Another order in AX_ORDER_CODES would tell: ${list}`,
            `알 수 없음: 다음 요청 후 주문을 취소할 수 없었습니다. 이미 취소된 주문이었거나 요청 중 하나가 취소했습니다. AX_ORDER_CODES에 주문을 하나 더 넣으면 알 수 있습니다: ${list}`,
          ),
        );
      }
      if (repeatable !== false) return observed(UNPROVEN);
      return saying(passed(), [{ question: QUESTION, readings: ['unchanged'] }]);
    },
  };
}

const UNPROVEN = bilingual(
  'unknown: the later cancels succeeded, but they would also succeed for a cancelled order, as far as is known (cancel.repeat)',
  '알 수 없음: 이후의 취소가 성공했지만, 지금까지 확인된 바로는 이미 취소된 주문이어도 성공했을 것입니다 (cancel.repeat)',
);

/** The doubtful orders directly before an intact one. Orders that were already cancelled usually come in a row instead. */
function betweenIntact(proofs: readonly Proof[]): Proof[] {
  return proofs.filter(({ state }, index) => state === 'doubtful' && proofs[index + 1]?.state === 'intact');
}
