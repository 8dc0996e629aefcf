import { uncancelledStatus } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from './bilingual.ts';
import type { Case, Proof } from './case.ts';
import type { HttpResponse } from './exchange.ts';
import type { Finding } from './findings.ts';
import { repeatsStatuses, statusesIn } from './order-fields.ts';
import type { Orders } from './orders.ts';
import type { Recorder } from './recorder.ts';
import type { Run } from './run.ts';

/** Takes what came of each case as soon as it is known. */
export type Settle = (id: string, finding: Finding) => void;

/** What the steps of a run share: its orders, and what is settled so far. */
export interface Stage {
  readonly run: Run;
  readonly orders: Orders;
  /** The cases that have touched the open order and must not have changed it. */
  touching: Case[];
  /** What was sent to cancel the first order; undefined until it is cancelled. */
  firstCancel: Recorder | undefined;
  /** Why no order is used any more, where that is not plain from the list: not even one could be cancelled. */
  shortage: Bilingual | undefined;
  /** Says what came of a case; only the first finding of each counts. */
  conclude(one: Case, finding: Finding): void;
  isOpen(one: Case): boolean;
  skip(one: Case, why?: Bilingual): void;
  /** Makes a case and concludes it. */
  make(one: Case, orderCode?: string, recorder?: Recorder): Promise<void>;
  /** The order that is still as it was; undefined when none is left, or when no further one may be risked. */
  open(): string | undefined;
  /** No further order is risked, because this case may have cancelled one that it must not. */
  stop(id: string): void;
  readonly stopped: boolean;
  /** The open order is cancelled, and so what had touched it before had not cancelled it. */
  useUp(): void;
  /** Notes what became of an order that only refused requests had touched. */
  prove(state: Proof['state']): void;
  /** Whether one of the responses may mean that the order is cancelled. */
  mayBeCancelled(responses: readonly HttpResponse[]): boolean;
}

export function createStage(run: Run, orders: Orders, settle: Settle): Stage {
  const { contract } = run;
  const settled = new Set<string>();
  let offender: string | undefined;

  const stage: Stage = {
    run,
    orders,
    touching: [],
    firstCancel: undefined,
    shortage: undefined,
    conclude(one, finding) {
      if (settled.has(one.id)) return;
      settled.add(one.id);
      settle(one.id, finding);
    },
    isOpen: ({ id }) => !settled.has(id),
    skip(one, why = whyNone()) {
      const nothing = { answers: {}, actual: null, exchange: null, durationsMs: [] };
      stage.conclude(one, { ...nothing, outcome: 'skipped', remarks: [why] });
    },
    async make(one, orderCode, recorder) {
      stage.conclude(one, (await run.make(one, orderCode, recorder)).finding);
    },
    open: () => (offender === undefined && stage.shortage === undefined ? orders.open() : undefined),
    stop(id) {
      offender = id;
    },
    get stopped() {
      return offender !== undefined;
    },
    useUp() {
      orders.useUp();
      stage.prove('intact');
    },
    prove(state) {
      const touchedBy = stage.touching.map(({ id }) => id);
      if (touchedBy.length > 0) run.proofs.push({ touchedBy, state });
      stage.touching = [];
    },
    mayBeCancelled(responses) {
      const { established, reading } = run;
      // Whether this server's successes have said so far what was sent.
      const truthful =
        established === undefined ||
        repeatsStatuses(contract, established.response.json, established.body) ||
        reading.names === 'channel-status-alone';
      return responses.some(({ status, json }) => status < 300 && !(truthful && isUncancelled(json)));
    },
  };

  /** Whether a success says that the order is still as it was. */
  function isUncancelled(body: unknown): boolean {
    const statuses = statusesIn(contract, body);
    const before = uncancelledStatus(contract);
    return statuses.length > 0 && before !== '' && statuses.every((status) => status === before);
  }

  function whyNone(): Bilingual {
    if (offender !== undefined) {
      return bilingual(
        `${offender} may have cancelled an order that it must not, so no further one is risked`,
        `${offender} 이(가) 취소하면 안 되는 주문을 취소했을 수 있어 더 이상 주문을 쓰지 않습니다`,
      );
    }
    if (stage.shortage !== undefined) return stage.shortage;
    const alreadyCancelled = orders.alreadyCancelled.length;
    if (alreadyCancelled === 0) {
      return bilingual(
        'no order is left for it; add codes to AX_ORDER_CODES',
        '남은 주문이 없습니다. AX_ORDER_CODES에 코드를 추가하십시오',
      );
    }
    return bilingual(
      `no order is left for it; ${alreadyCancelled} of AX_ORDER_CODES were already cancelled. Set fresh codes`,
      `남은 주문이 없습니다. AX_ORDER_CODES 중 ${alreadyCancelled} 건은 이미 취소되어 있었습니다. 새 코드를 지정하십시오`,
    );
  }

  return stage;
}
