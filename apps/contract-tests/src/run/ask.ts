import { bilingual } from '../bilingual.ts';
import type { Case } from '../cases/case.ts';
import type { Run } from './state.ts';
import { noteTouch, useUp } from './touch.ts';

/**
 * Runs cases that may cancel their order. An order that one cancels is used up.
 *
 * @param reserve how many orders are kept for later cancels
 */
export async function ask(run: Run, cases: readonly Case[], reserve: number): Promise<void> {
  for (const one of cases.filter((each) => run.isOpen(each))) {
    const code = run.orders.left() > reserve ? run.open() : undefined;
    if (code === undefined) {
      run.skip(one, run.orders.left() > 0 ? LAST_ORDER : undefined);
      continue;
    }
    const made = await run.make(one, code);
    const accepted = run.mayBeCancelled(made.responses);
    if (!accepted && made.responses.some(({ lost }) => lost !== undefined)) {
      // The first attempt may have cancelled the order before its response was lost.
      run.conclude(one, { ...made.finding, evidence: [] });
      run.orders.setAside('unknown');
      run.touching = [];
      continue;
    }
    if (!accepted) {
      noteTouch(run, one, made);
      continue;
    }
    run.conclude(one, made.finding);
    useUp(run, made.responses);
    run.prove('intact');
  }
}

const LAST_ORDER = bilingual(
  'the last order is kept for the last cancel; add codes to AX_ORDER_CODES',
  '마지막 주문은 마지막 취소를 위해 남겨 둡니다. AX_ORDER_CODES에 코드를 추가하십시오',
);

/** Runs the case about another channel's order, or skips it when there is no code of one. */
export async function askForeign(run: Run, one: Case, code: string | undefined): Promise<void> {
  if (code !== undefined && run.stopped === undefined)
    return run.conclude(one, (await run.make(one, code)).finding);
  run.skip(
    one,
    bilingual(
      "it needs the code of another channel's order in AX_FOREIGN_ORDER_CODE, which a faulty server would cancel",
      'AX_FOREIGN_ORDER_CODE에 다른 채널의 주문 코드가 필요합니다. 서버에 결함이 있으면 그 주문이 취소됩니다',
    ),
  );
}
