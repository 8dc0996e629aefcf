import type { Contract } from '@ax-cloud/contract/contract';
import { createKeySearch } from '@ax-cloud/contract/key-mask';
import { unknownOrderCode } from '@ax-cloud/contract/order-code-form';
import { repeatsStatuses, showsUncancelled } from '@ax-cloud/contract/order-fields';
import type { Readings } from '@ax-cloud/contract/readings/load-readings';
import { type Case, Unanswered } from '../cases/case.ts';
import { namesNoOther } from '../cases/order-codes.ts';
import { responsesOf } from '../cases/response-statistics.ts';
import { type Evidence, NOT_RUN, type Verdict } from '../cases/verdict.ts';
import { NoResponse, wasSent } from '../http/message.ts';
import { createResponseCheck } from '../http/response-check.ts';
import { createSettingsMask, type Settings } from '../settings.ts';
import { confirm, findLock } from './control-again.ts';
import { createFindingOf, noResponse, unproven } from './finding.ts';
import { followedBy, shownBy, under } from './known-readings.ts';
import { dealOrders } from './orders.ts';
import { keyLocked, noOrderLeft } from './reasons.ts';
import { createRecorder } from './recorder.ts';
import type { Session } from './session.ts';
import type { Conclude, Made, Recorder, Run } from './state.ts';

/** Makes a run against the server of the settings. It sends nothing yet. */
export function createRun(
  settings: Settings,
  written: Contract,
  readings: Readings,
  session: Session,
  runId: string,
  conclude: Conclude,
): Run {
  const { apiKey, invalidApiKey, channelCodes, givenCodes } = settings;
  const known = { ...settings, holdsKey: createKeySearch(apiKey) };
  const orders = dealOrders(settings.orderCodes);
  const findingOf = createFindingOf(settings, readings, createSettingsMask(settings));
  const concluded = new Set<string>();
  const evidence: Evidence[] = [];
  // Whether all cancels so far repeated what was sent.
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
    repeatable: undefined,
    proofs: [],
    touching: [],
    waiting: new Map(),
    firstCancel: undefined,
    shortage: undefined,
    get stopped() {
      return session.stopped;
    },
    recorder: (caseId) => createRecorder(session.send, known, runId, caseId),
    context(recorder, order) {
      const { contract, control, keyless, established, repeatable, proofs } = run;
      const unknownCode = unknownOrderCode(contract);
      const orderCode = order === undefined ? unknownCode : run.pathCode(order);
      return {
        contract,
        written,
        check: createResponseCheck(
          contract,
          new Map(swapsCodes(contract) ? [] : Object.entries(channelCodes)),
        ),
        orderCode,
        hasOrder: order !== undefined,
        givenCodes,
        unknownCode,
        apiKey,
        invalidApiKey,
        runId,
        control,
        keyless,
        established,
        repeatable,
        proofs,
        exchanges: session.exchanges,
        lost: session.lost,
        truthful: echoes && isTruthful(),
        unknownCodes: orders.lists().refused.length,
        concurrency: session.serial ? 1 : settings.concurrency,
        shown: (question) => shownBy(evidence, question),
        taken: readings.taken,
        sentence: readings.text,
        under: (question, reading) => under(run, question, reading),
        followed: (question, response) => followedBy(run, question, response),
        send: (change, allowance) => recorder.send(contract, orderCode, change, allowance),
      };
    },
    async make(one, order, recorder = run.recorder(one.id)) {
      const { verdict, unclear = false, isAnswered = true } = await verdictOn(one, order, recorder);
      const code = order === undefined ? undefined : encodeURIComponent(run.pathCode(order));
      const isSent = recorder.exchanges.some(
        (each) => wasSent(each) && each.request.path.includes(code ?? '\n'),
      );
      if (order !== undefined && isSent) orders.touch(order);
      const finding = findingOf(verdict, recorder);
      const responses = responsesOf(recorder.exchanges);
      const made: Made = {
        finding: isAnswered ? finding : { ...finding, outcome: 'not run' },
        responses,
        unclear,
      };
      return confirm(run, one, made);
    },
    async losesKey() {
      const lock = await findLock(run);
      if (lock === undefined) return false;
      session.stop(keyLocked(session.requests, lock));
      return true;
    },
    findingOf,
    conclude(one, finding) {
      if (concluded.has(one.id)) return;
      concluded.add(one.id);
      evidence.push(...finding.evidence);
      if (one.needs === 'cancels-order' && finding.outcome === 'failed') echoes = false;
      conclude(one.id, finding);
    },
    isOpen: (one) => !concluded.has(one.id) && !run.waiting.has(one),
    skip(one, why = run.shortage ?? noOrderLeft(orders.lists())) {
      const outcome = session.stopped === undefined ? 'skipped' : 'not run';
      run.conclude(one, { ...NOT_RUN, outcome, remarks: [session.stopped ?? why] });
    },
    open: () => (run.shortage === undefined && session.stopped === undefined ? orders.open() : undefined),
    pathCode(code, contract = run.contract) {
      const other = channelCodes[code];
      return swapsCodes(contract) && other !== undefined && namesNoOther(other, code) ? other : code;
    },
    prove(state) {
      const touchedBy = run.touching.map(({ id }) => id);
      if (touchedBy.length > 0) run.proofs.push({ touchedBy, state });
      run.touching = [];
      // The order may have been cancelled before, so the refusals on it are not evidence.
      if (state !== 'intact')
        for (const [one, finding] of run.waiting) run.waiting.set(one, { ...finding, evidence: [] });
      else concludeWaiting();
    },
    concludeUnproven() {
      for (const [one, finding] of run.waiting) run.waiting.set(one, unproven(finding));
      concludeWaiting();
    },
    mayBeCancelled(responses) {
      const truthful = isTruthful();
      return responses.some(
        ({ status, json }) => status < 300 && !(truthful && showsUncancelled(run.contract, json)),
      );
    },
  };

  async function verdictOn(
    one: Case,
    order: string | undefined,
    recorder: Recorder,
  ): Promise<{ verdict: Verdict; unclear?: boolean; isAnswered?: boolean }> {
    try {
      const verdict = await one.run(run.context(recorder, order));
      const isEvident = Object.entries(one.evidentWhere ?? {}).every(
        ([question, reading]) => shownBy(evidence, question)[0] === reading,
      );
      return { verdict: isEvident ? verdict : { ...verdict, evidence: [] } };
    } catch (error) {
      if (error instanceof NoResponse) return { verdict: noResponse(error), unclear: true };
      if (!(error instanceof Unanswered)) throw error;
      const verdict: Verdict = { outcome: 'observed', remarks: [error.why], evidence: [] };
      return { verdict, unclear: true, isAnswered: false };
    }
  }

  function concludeWaiting(): void {
    for (const [one, finding] of run.waiting) run.conclude(one, finding);
    run.waiting.clear();
  }

  /** Whether the contract has the channel's code in the path. */
  function swapsCodes(contract: Contract): boolean {
    return contract.orderCode.name !== run.written.orderCode.name;
  }

  /** Whether this server's first success repeated what was sent. */
  function isTruthful(): boolean {
    const { established, contract } = run;
    return (
      established === undefined || repeatsStatuses(contract, established.response.json, established.body)
    );
  }

  return run;
}
