import { bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import type { Stage } from '../stage.ts';

const LAST_ORDER = bilingual(
  'the last order is kept for the last cancel; add codes to AX_ORDER_CODES',
  '마지막 주문은 마지막 취소를 위해 남겨 둡니다. AX_ORDER_CODES에 코드를 추가하십시오',
);

/**
 * Asks what the contract leaves open. An order that this cancels is used up.
 *
 * @param reserve how many orders are kept for what follows
 */
export async function ask(stage: Stage, cases: readonly Case[], reserve: number): Promise<void> {
  const { run, orders } = stage;
  for (const one of cases.filter((each) => stage.isOpen(each))) {
    const code = orders.left() > reserve ? stage.open() : undefined;
    if (code === undefined) {
      stage.skip(one, !stage.stopped && orders.left() > 0 ? LAST_ORDER : undefined);
      continue;
    }
    const { finding, responses } = await run.make(one, code);
    stage.conclude(one, finding);
    if (stage.mayBeCancelled(responses)) stage.useUp();
    else stage.touching.push(one);
  }
}

/** Asks for an order of another channel, where there is its code. */
export async function askForeign(stage: Stage, one: Case, code: string | undefined): Promise<void> {
  if (code !== undefined) return stage.make(one, code);
  stage.skip(
    one,
    bilingual(
      "it needs the code of another channel's order in AX_FOREIGN_ORDER_CODE, which a faulty server would cancel",
      'AX_FOREIGN_ORDER_CODE에 다른 채널의 주문 코드가 필요합니다. 서버에 결함이 있으면 그 주문이 취소됩니다',
    ),
  );
}
