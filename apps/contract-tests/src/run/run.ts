import type { Contract } from '@ax-cloud/contract/contract';
import { provokingCode } from '@ax-cloud/contract/order-code-form';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { type Bilingual, bilingual } from '../bilingual.ts';
import { type Case, Unanswered } from '../cases/case.ts';
import { buildRequest } from '../cases/request.ts';
import { responsesOf } from '../cases/response-statistics.ts';
import type { Evidence, Finding, Verdict } from '../cases/verdict.ts';
import { failed } from '../cases/verdicts.ts';
import { demandedFields, orderOf, repeatsStatuses, showsUncancelled } from '../contract/order-fields.ts';
import type { Readings } from '../contract/readings.ts';
import { everyResponseProblems } from '../http/every-response.ts';
import { type Exchange, NoResponse } from '../http/message.ts';
import { recordExchange } from '../http/record.ts';
import { show } from '../http/response.ts';
import { createResponseCheck } from '../http/response-check.ts';
import { createSettingsMask, type Settings } from '../settings.ts';
import { dealOrders } from './orders.ts';
import type { Session } from './session.ts';
import type { Conclude, Made, Recorder, Run } from './state.ts';

/** An order code that is well-formed and that no order has, as the contract's example of an unknown order names it. */
export function unknownOrderCode(contract: Contract): string {
  return provokingCode(readRefusals(contract).order[0]);
}

/** Starts a run against the server of the settings. It sends nothing yet. */
export function createRun(
  settings: Settings,
  written: Contract,
  readings: Readings,
  session: Session,
  runId: string,
  conclude: Conclude,
): Run {
  const { apiKey, invalidApiKey, channelCodes } = settings;
  const orders = dealOrders(settings.orderCodes);
  const mask = createSettingsMask(settings);
  const concluded = new Set<string>();
  const evidence: Evidence[] = [];
  // Whether all cancels so far have repeated what was sent.
  let echoes = true;

  const run: Run = {
    written,
    contract: written,
    readings,
    followed: {},
    orders,
    control: undefined,
    keyless: undefined,
    established: undefined,
    proofs: [],
    touching: [],
    waiting: new Map(),
    firstCancel: undefined,
    shortage: undefined,
    get stopped() {
      return session.stopped;
    },
    recorder: createRecorder,
    context(recorder, orderCode) {
      const { contract } = run;
      const codes = Object.entries(channelCodes).map(
        ([code, channel]) => [run.pathCode(code), channel] as const,
      );
      const own = orderCode === undefined ? unknownOrderCode(contract) : run.pathCode(orderCode);
      return {
        contract,
        written,
        check: createResponseCheck(
          contract,
          new Map(contract.orderCode.name === written.orderCode.name ? codes : []),
        ),
        orderCode: own,
        hasOrder: orderCode !== undefined,
        unknownCode: unknownOrderCode(contract),
        apiKey,
        invalidApiKey,
        runId,
        control: run.control,
        keyless: run.keyless,
        established: run.established,
        proofs: run.proofs,
        exchanges: session.exchanges,
        lost: session.lost,
        truthful: echoes && isTruthful(),
        unknownCodes: orders.lists().refused.length,
        concurrency: session.serial ? 1 : settings.concurrency,
        shown,
        sentence: readings.text,
        under: (question, reading) => readings.apply(written, withReading(question, reading)),
        followed,
        send: (change, allowance) => recorder.send(contract, own, change, allowance),
      };
    },
    async make(one, orderCode, recorder = createRecorder()) {
      const made = await runCase(one, orderCode, recorder);
      if (orderCode !== undefined && wasSentTo(recorder, run.pathCode(orderCode))) orders.touch(orderCode);
      return made;
    },
    findingOf,
    noResponse,
    shown,
    conclude(one, finding) {
      if (concluded.has(one.id)) return;
      concluded.add(one.id);
      evidence.push(...finding.evidence);
      if (one.needs === 'cancels-order' && finding.outcome === 'failed') echoes = false;
      conclude(one.id, finding);
    },
    isOpen: (one) => !concluded.has(one.id) && !run.waiting.has(one),
    skip(one, why = whyNone()) {
      const outcome = session.stopped === undefined ? 'skipped' : 'not run';
      const nothing = { evidence: [], actual: null, exchange: null, durationsMs: [] };
      run.conclude(one, { ...nothing, outcome, remarks: [session.stopped ?? why] });
    },
    open: () => (run.shortage === undefined && session.stopped === undefined ? orders.open() : undefined),
    pathCode(code, contract = run.contract) {
      const swapped = contract.orderCode.name !== written.orderCode.name;
      return swapped ? (channelCodes[code] ?? code) : code;
    },
    prove(state) {
      const touchedBy = run.touching.map(({ id }) => id);
      if (touchedBy.length > 0) run.proofs.push({ touchedBy, state });
      run.touching = [];
      // Of an order that was cancelled before, a refusal says nothing.
      for (const [one, finding] of run.waiting)
        if (state !== 'intact') run.waiting.set(one, { ...finding, evidence: [] });
      if (state === 'intact') for (const [one, finding] of run.waiting) run.conclude(one, finding);
      if (state === 'intact') run.waiting.clear();
    },
    concludeUnproven() {
      for (const [one, finding] of run.waiting) run.conclude(one, { ...finding, evidence: [] });
      run.waiting.clear();
    },
    mayBeCancelled(responses) {
      const { contract } = run;
      const truthful = isTruthful();
      return responses.some(
        ({ status, json }) => status < 300 && !(truthful && showsUncancelled(contract, json)),
      );
    },
  };

  async function runCase(one: Case, orderCode: string | undefined, recorder: Recorder): Promise<Made> {
    try {
      const verdict = await one.run(run.context(recorder, orderCode));
      return {
        finding: findingOf(verdict, recorder),
        responses: responsesOf(recorder.exchanges),
        unclear: false,
      };
    } catch (error) {
      if (error instanceof NoResponse) {
        const finding = findingOf(noResponse(error), recorder);
        return { finding, responses: responsesOf(recorder.exchanges), unclear: true };
      }
      if (!(error instanceof Unanswered)) throw error;
      const finding = findingOf({ outcome: 'observed', remarks: [error.why], evidence: [] }, recorder);
      return {
        finding: { ...finding, outcome: 'not run' },
        responses: responsesOf(recorder.exchanges),
        unclear: true,
      };
    }
  }

  /** Whether this server's first success has said what was sent. */
  function isTruthful(): boolean {
    const { established, contract } = run;
    return (
      established === undefined || repeatsStatuses(contract, established.response.json, established.body)
    );
  }

  function createRecorder(): Recorder {
    const recorder: Recorder = {
      exchanges: [],
      problems: [],
      offending: undefined,
      async send(contract, orderCode, change, allowance = {}) {
        const request = buildRequest({ contract, orderCode, apiKey, runId }, change);
        const entry: Exchange = { request, response: undefined, failure: undefined, durationMs: 0 };
        recorder.exchanges.push(entry);
        const response = await session.send(request, allowance, entry);
        const problems = everyResponseProblems(response, request, allowance, contract, settings);
        if (problems.length > 0) recorder.offending ??= entry;
        recorder.problems.push(...problems);
        return response;
      },
    };
    return recorder;
  }

  function findingOf({ outcome, remarks, evidence: said }: Verdict, recorder: Recorder): Finding {
    const { exchanges: own, problems, offending } = recorder;
    const sent = own.filter((one) => wasSent({ exchanges: [one] }));
    const telling = sent.find((one) => one === offending) ?? sent.at(-1);
    const actual = telling?.response === undefined ? (telling?.failure ?? null) : show(telling.response);
    const broken = problems.length > 0;
    return {
      outcome: broken ? 'failed' : outcome,
      remarks: unique([
        ...problems,
        ...(broken && outcome !== 'failed' ? [] : named(outcome, remarks, said)),
      ]).map(({ en, ko }) => bilingual(mask(en), mask(ko))),
      evidence: said,
      actual: actual === null ? null : mask(actual),
      exchange: telling === undefined ? null : recordExchange(telling, before(telling, own), settings, mask),
      durationsMs: own.map(({ durationMs }) => Math.round(durationMs * 10) / 10),
    };
  }

  /** Adds to the causes of a failure the reading that it shows, where they do not name it. */
  function named(
    outcome: Finding['outcome'],
    remarks: readonly Bilingual[],
    said: readonly Evidence[],
  ): readonly Bilingual[] {
    const other = said.find(
      ({ question, readings: [reading, ...more], narrows }) =>
        !narrows && more.length === 0 && reading !== undefined && reading !== readings.taken(question),
    );
    const isNamed = remarks.some(({ en }) => en.includes(`question ${other?.question}`));
    if (outcome !== 'failed' || other === undefined || isNamed) return remarks;
    const text = readings.text(other.question, other.readings[0] ?? '');
    const reading = bilingual(
      `so reads another reading of the page (question ${other.question}): ${text.en}`,
      `문서의 다른 해석과 같습니다 (질문 ${other.question}): ${text.ko}`,
    );
    return [...remarks, reading];
  }

  /** The readings that all evidence so far allows. */
  function shown(question: string): readonly string[] {
    const own = evidence.filter((one) => one.question === question && one.readings.length > 0);
    const all = own.map((one) => one.readings);
    const [first = [], ...others] = all.sort((one, other) => one.length - other.length);
    return first.filter((reading) => others.every((readings) => readings.includes(reading)));
  }

  function withReading(question: string, reading: string): Record<string, string> {
    const { [question]: _, ...others } = run.followed;
    return reading === readings.taken(question) ? others : { ...others, [question]: reading };
  }

  function followed(question: string, response: Exchange['response']): readonly string[] {
    const others = readings.all.filter((one) => one.question === question).map(({ reading }) => reading);
    const fitting = [readings.taken(question), ...others].flatMap((reading) => {
      const contract = readings.apply(written, withReading(question, reading));
      if (contract === undefined || response === undefined) return [];
      if (Object.keys(orderOf(contract, response.json)).length === 0) return [];
      const problems = createResponseCheck(contract).problems(response, contract.success.status);
      return problems.length === 0 ? [{ reading, demands: demandedFields(contract) }] : [];
    });
    const [best] = fitting.sort((one, other) => other.demands - one.demands);
    if (best === undefined) return [];
    return best.reading === readings.taken(question)
      ? [best.reading, ...readings.unwritten(question)]
      : [best.reading];
  }

  function whyNone(): Bilingual {
    if (run.shortage !== undefined) return run.shortage;
    const { alreadyCancelled, unknown } = orders.lists();
    const already = alreadyCancelled.length;
    if (unknown.length > 0) {
      return bilingual(
        `no order is left for it; ${unknown.length} of AX_ORDER_CODES got no response and may be cancelled. Add codes`,
        `남은 주문이 없습니다. AX_ORDER_CODES 중 ${unknown.length}건은 응답이 없어 취소 여부를 알 수 없습니다. 코드를 추가하십시오`,
      );
    }
    if (already === 0) {
      return bilingual(
        'no order is left for it; add codes to AX_ORDER_CODES',
        '남은 주문이 없습니다. AX_ORDER_CODES에 코드를 추가하십시오',
      );
    }
    return bilingual(
      `no order is left for it; ${already} of AX_ORDER_CODES were already cancelled. Set fresh codes`,
      `남은 주문이 없습니다. AX_ORDER_CODES 중 ${already}건은 이미 취소되어 있었습니다. 새 코드를 지정하십시오`,
    );
  }

  return run;
}

/** The verdict on a request that got no complete response. */
function noResponse({ reason, message }: NoResponse): Verdict {
  const causes: Record<typeof reason, Bilingual> = {
    'not-sent': bilingual('the server cannot be reached', '서버에 연결할 수 없습니다'),
    'too-slow': bilingual('the server is too slow, or hangs', '서버가 너무 느리거나 응답하지 않습니다'),
    'too-large': bilingual('the response is too large', '응답이 너무 큽니다'),
    'cut-off': bilingual('the response ends in the middle', '응답이 중간에서 끊겼습니다'),
    failed: bilingual(
      'the server closed the connection or sent malformed HTTP',
      '서버가 연결을 끊었거나 HTTP가 아닌 응답을 보냈습니다',
    ),
  };
  const { en, ko } = causes[reason];
  return failed(bilingual(`${en}: ${message}`, `${ko}: ${message}`));
}

/** What had gone out before on the same connection. */
function before({ request: { connection } }: Exchange, own: readonly Exchange[]): readonly Exchange[] {
  const last = own.findLastIndex(
    ({ request }) => connection !== undefined && request.connection === connection,
  );
  return own
    .slice(0, Math.max(0, last))
    .filter(({ request }) => request.connection === connection && connection !== undefined);
}

/** Whether anything has gone out. */
function wasSent({ exchanges }: Pick<Recorder, 'exchanges'>): boolean {
  return exchanges.some(({ response, failure }) => response !== undefined || failure !== undefined);
}

function wasSentTo({ exchanges }: Recorder, code: string): boolean {
  return wasSent({
    exchanges: exchanges.filter(({ request }) => request.path.includes(encodeURIComponent(code))),
  });
}

function unique(remarks: readonly Bilingual[]): Bilingual[] {
  return [...new Map(remarks.map((remark) => [remark.en, remark])).values()];
}
