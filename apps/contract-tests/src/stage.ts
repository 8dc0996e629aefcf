import { type Bilingual, bilingual } from './bilingual.ts';
import type { Case } from './case.ts';
import { mayHaveCancelled, statusesOf } from './cases/answer-fields.ts';
import { combinedBody } from './cases/comments.ts';
import { cancelRequest } from './cases/requests.ts';
import { mustCancel } from './cases/success.ts';
import { type Diagnosis, diagnose } from './diagnosis.ts';
import { establish, readingOf } from './establish.ts';
import { type Answer, NoAnswer } from './exchange.ts';
import type { Finding } from './findings.ts';
import type { Orders } from './orders.ts';
import type { Recorder } from './recorder.ts';
import { noAnswer, type Run } from './run.ts';
import { passed } from './verdicts.ts';

/** Takes what came of each case as soon as it is known. */
export type Settle = (id: string, finding: Finding) => void;

const isFirstCancel = ({ id }: Pick<Case, 'id'>) => id === 'cancel.travelerCancel';

/** The steps of a run, which share its orders and what it knows. */
export function createStage(run: Run, orders: Orders, settle: Settle) {
  const settled = new Set<string>();
  /** The cases that have touched the live order, as far as they must not change it. */
  let touching: Case[] = [];
  let culprit: string | undefined;
  let shortage: Bilingual | undefined;
  /** What was sent to establish how an order is cancelled. */
  let first: Recorder | undefined;

  function conclude(one: Case, finding: Finding): void {
    if (settled.has(one.id)) return;
    settled.add(one.id);
    settle(one.id, finding);
  }

  function skip(one: Case, ...remarks: Bilingual[]): void {
    conclude(one, {
      outcome: 'skipped',
      remarks,
      answers: {},
      actual: null,
      exchange: null,
      durationsMs: [],
    });
  }

  function whyNone(): Bilingual {
    if (culprit !== undefined) {
      return bilingual(
        `${culprit} may have cancelled an order that it must not, so no further one is risked`,
        `${culprit} 이(가) 취소하면 안 되는 주문을 취소했을 수 있어 더 이상 주문을 쓰지 않습니다`,
      );
    }
    return (
      shortage ??
      (orders.spent.length === 0
        ? undefined
        : bilingual(
            `no order is left for it; ${orders.spent.length} of AX_ORDER_CODES were spent already. Set fresh codes`,
            `남은 주문이 없습니다. AX_ORDER_CODES 중 ${orders.spent.length} 건은 이미 취소되어 있었습니다. 새 코드를 지정하십시오`,
          )) ??
      bilingual(
        'no order is left for it; add codes to AX_ORDER_CODES',
        '남은 주문이 없습니다. AX_ORDER_CODES 에 코드를 추가하십시오',
      )
    );
  }

  /** The live order, unless the run has stopped to risk any. */
  function live(): string | undefined {
    return culprit === undefined ? orders.live() : undefined;
  }

  function prove(state: 'intact' | 'doubtful' | 'changed'): void {
    if (touching.length > 0) run.proofs.push({ touchedBy: touching.map(({ id }) => id), state });
    if (state !== 'doubtful') touching = [];
  }

  /** Sends requests that must be refused to the live order; the first that is accepted ends the use of orders. */
  async function touch(cases: readonly Case[]): Promise<void> {
    for (const one of cases) {
      const code = live();
      if (code === undefined) return;
      const { finding, answers } = await run.make(one, code);
      conclude(one, finding);
      touching.push(one);
      if (mayBeCancelled(answers)) {
        culprit = one.id;
        orders.burn();
        touching = [];
      }
    }
  }

  /** Whether one of the answers may mean that the order is cancelled. */
  function mayBeCancelled(answers: readonly Answer[]): boolean {
    const { established, reading } = run;
    const { ax_order_status, channel_order_status } = statusesOf(established?.answer.json);
    const { ax_status, channel_status } = established?.body ?? {};
    const echoed = ax_order_status === ax_status && channel_order_status === channel_status;
    const truthful = established === undefined || echoed || reading.names === 'channel-status-alone';
    return answers.some((answer) => mayHaveCancelled(answer, truthful));
  }

  /** The status of the answer to the request that has cancelled an order before; undefined when there was none. */
  async function cancelAsBefore(code: string): Promise<number | undefined> {
    const { established } = run;
    if (established === undefined) return undefined;
    const recorder = run.recorder();
    try {
      const context = run.context(recorder, code);
      return (await recorder.send(cancelRequest(context, { body: established.body }))).status;
    } catch (error) {
      if (error instanceof NoAnswer) return undefined;
      throw error;
    }
  }

  /**
   * Cancels the live order by a case. Where that is refused, the request that has worked before tells whether the case
   * or the order is at fault; an order that is at fault is replaced, and gets the same requests again.
   */
  async function cancel(one: Case): Promise<void> {
    for (let replaced = false; ; ) {
      const code = live();
      if (code === undefined) return skip(one, whyNone());
      const { finding, answers } = await run.make(one, code);
      const accepted = answers.some(({ status }) => status < 300);
      const status = accepted ? 200 : await cancelAsBefore(code);
      if (status !== undefined && status < 300) {
        orders.burn();
        prove('intact');
        return conclude(one, finding);
      }
      orders.setAside();
      // The server does not know the order, or does not answer: nothing can be said of what touched it.
      if (status === undefined || status === 404 || status === 403 || status === 401 || status >= 500) {
        touching = [];
        return conclude(one, finding);
      }
      const again = touching;
      if (again.length === 0) continue;
      prove(replaced ? 'changed' : 'doubtful');
      if (replaced) {
        culprit = 'order.unchanged';
        return skip(one, whyNone());
      }
      replaced = true;
      touching = [];
      await touch(again);
    }
  }

  return {
    skip,
    cancel,

    async make(one: Case, orderCode?: string, recorder?: Recorder): Promise<void> {
      conclude(one, (await run.make(one, orderCode, recorder)).finding);
    },

    /** What was sent before for a case that only judges it: how the first order was cancelled. */
    firstCancel({ id }: Case): Recorder | undefined {
      if (first === undefined) return undefined;
      if (id.startsWith('reading.')) return { ...first, exchanges: [...first.exchanges], problems: [] };
      if (!isFirstCancel({ id })) return undefined;
      // What was refused first is what the case is about.
      const refused = run.reading.names === 'table' && first.exchanges.length > 1;
      return refused ? { ...first, exchanges: first.exchanges.slice(0, 1) } : first;
    },

    /** Sends what must be refused, to the live order where there is one. */
    async refuse(cases: readonly Case[]): Promise<void> {
      await touch(cases.filter(({ id }) => !settled.has(id)));
      for (const one of cases.filter(({ id }) => !settled.has(id))) {
        if (one.needs === 'live-order-if-any') await this.make(one);
        else skip(one, whyNone());
      }
    },

    /** Cancels the first order that can be, and finds the server's reading of the page by it. */
    async establish(cases: readonly Case[]): Promise<void> {
      const refusals: Diagnosis['refusals'][number][] = [];
      for (let code = live(); code !== undefined; code = live()) {
        const recorder = run.recorder();
        try {
          const found = await establish(run.context(recorder, code));
          if (!('refusal' in found)) {
            run.established = found;
            run.reading = readingOf(found);
            first = recorder;
            orders.burn();
            prove('intact');
            return;
          }
          refusals.push({ ...found, recorder });
        } catch (error) {
          if (!(error instanceof NoAnswer)) throw error;
          refusals.push({ recorder, failure: noAnswer(error) });
        }
        orders.setAside();
      }
      if (refusals.length > 0) {
        const { verdict, recorder, reason } = diagnose({ refusals });
        shortage = reason;
        const blamed = cases.find(({ id }) => id === verdict?.caseId) ?? cases.find(isFirstCancel);
        if (verdict !== undefined && blamed !== undefined) conclude(blamed, run.conclude(verdict, recorder));
      }
      for (const one of cases) skip(one, whyNone());
    },

    /**
     * Cancels one order with what several cases ask for; where that fails, each asks by itself.
     *
     * @param tolerated cases of things that are in the request, too, and that the server may refuse
     */
    async cancelTogether(cases: readonly Case[], tolerated: readonly Case[]): Promise<void> {
      const code = live();
      if (code !== undefined && run.established !== undefined) {
        const together: Case = {
          ...(cases[0] as Case),
          async run(context) {
            const body = combinedBody(context);
            const answer = await context.send(cancelRequest(context, { body }));
            return mustCancel(
              context,
              answer,
              body,
              bilingual('a comment of all these kinds', '이 모든 것을 담은 주석'),
            );
          },
        };
        const { finding, answers } = await run.make(together, code);
        if (answers.some(({ status }) => status < 300)) {
          orders.burn();
          prove('intact');
          const ids = cases.map(({ id }) => id.replace('cancel.comment.', '')).join(', ');
          const how = bilingual(
            `proven together, in one comment: ${ids}`,
            `하나의 주석으로 함께 확인: ${ids}`,
          );
          const remarks = finding.outcome === 'passed' ? [...passed(how).remarks] : finding.remarks;
          for (const one of cases) conclude(one, { ...finding, remarks });
          for (const one of tolerated)
            conclude(one, { ...finding, outcome: 'observed', answers: {}, remarks: [TOLERATED] });
          return;
        }
      }
      for (const one of cases) await cancel(one);
    },

    /**
     * Asks what the contract leaves open. An order that this cancels is used up.
     *
     * @param reserve how many orders are kept for what follows
     */
    async ask(cases: readonly Case[], reserve: number): Promise<void> {
      for (const one of cases.filter(({ id }) => !settled.has(id))) {
        const code = orders.left() > reserve ? live() : undefined;
        if (code === undefined) {
          skip(one, culprit === undefined && orders.left() > 0 ? LAST_ORDER : whyNone());
          continue;
        }
        const { finding, answers } = await run.make(one, code);
        conclude(one, finding);
        if (mayBeCancelled(answers)) {
          orders.burn();
          prove('intact');
        } else {
          touching.push(one);
        }
      }
    },

    async foreign(one: Case, code: string | undefined): Promise<void> {
      if (code === undefined) {
        return skip(
          one,
          bilingual(
            "it needs the code of another channel's order in AX_FOREIGN_ORDER_CODE, which a faulty server would cancel",
            'AX_FOREIGN_ORDER_CODE 에 다른 채널의 주문 코드가 필요합니다. 서버에 결함이 있으면 그 주문이 취소됩니다',
          ),
        );
      }
      await this.make(one, code);
    },

    skipRest(cases: readonly Case[]): void {
      for (const one of cases) if (!settled.has(one.id)) skip(one, whyNone());
    },
  };
}

const TOLERATED = bilingual(
  'accepted, and ignored as far as the answer tells',
  '받아들여짐. 응답으로 보는 한 무시됨',
);

const LAST_ORDER = bilingual(
  'the last order is kept for cancel.comment.one-character; add codes to AX_ORDER_CODES',
  '마지막 주문은 cancel.comment.one-character 를 위해 남겨 둡니다. AX_ORDER_CODES 에 코드를 추가하십시오',
);
