import { randomBytes } from 'node:crypto';
import type { Contract } from '@ax-cloud/contract/contract';
import { provokingCode } from '@ax-cloud/contract/order-code-form';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { type Bilingual, bilingual } from './bilingual.ts';
import type { Case, CaseContext, Established, Exchange, Proof, Verdict } from './case.ts';
import { type HttpResponse, NoResponse } from './exchange.ts';
import { recordExchange } from './exchange-record.ts';
import type { Finding } from './findings.ts';
import { CONTRACT_READING, type Reading } from './reading.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { createResponseCheck } from './response-check.ts';
import { createSettingsMask, type Settings } from './settings.ts';
import { failed, show } from './verdicts.ts';

/** An order code that is well-formed and that no order has, as the contract's example of an unknown order names it. */
export function unknownOrderCode(contract: Contract): string {
  return provokingCode(readRefusals(contract).order[0]);
}

/** What a run knows of the server so far, and how it makes one case. */
export interface Run {
  readonly contract: Contract;
  readonly exchanges: readonly Exchange[];
  /** How the server reads the page, as far as it is known. */
  reading: Reading;
  established: Established | undefined;
  proofs: Proof[];
  /** What a case works with; an order code makes it a case with an order. */
  context(recorder: Recorder, orderCode?: string): CaseContext;
  recorder(): Recorder;
  /**
   * Makes one case. `finding` is what came of it, `responses` what the server sent.
   *
   * @param recorder holds what was sent for it before
   */
  make(
    one: Case,
    orderCode?: string,
    recorder?: Recorder,
  ): Promise<{ finding: Finding; responses: readonly HttpResponse[] }>;
  /** Makes a finding of a verdict and what was sent for it. */
  conclude(verdict: Verdict, recorder: Recorder): Finding;
}

/** Starts a run against the server of the settings. It sends nothing yet. */
export function createRun(settings: Settings, contract: Contract): Run {
  const exchanges: Exchange[] = [];
  const check = createResponseCheck(contract, () => run.established === undefined || run.reading.enveloped);
  const unknownCode = unknownOrderCode(contract);
  const documented = contract.responses.map(({ status }) => status);
  const mask = createSettingsMask(settings);
  const runId = `contract-test ${randomBytes(4).toString('hex')}`;

  function conclude(
    { outcome, remarks, answers = {} }: Verdict,
    { exchanges: own, problems, offending }: Recorder,
  ): Finding {
    const telling = own.find((one) => one === offending) ?? own.at(-1);
    const actual =
      telling === undefined
        ? null
        : telling.response === undefined
          ? (telling.failure ?? null)
          : show(telling.response);
    return {
      outcome: problems.length > 0 ? 'failed' : outcome,
      remarks: unique([...problems, ...(problems.length > 0 && outcome !== 'failed' ? [] : remarks)]).map(
        (remark) => masked(remark, mask),
      ),
      answers,
      actual: actual === null ? null : mask(actual),
      exchange: telling === undefined ? null : recordExchange(telling, before(telling, own), settings, mask),
      durationsMs: own.map(({ durationMs }) => Math.round(durationMs * 10) / 10),
    };
  }

  const run: Run = {
    contract,
    exchanges,
    reading: CONTRACT_READING,
    established: undefined,
    proofs: [],
    recorder: () => createRecorder(settings, documented, exchanges),
    context: ({ send }, orderCode) => ({
      contract,
      check,
      orderCode: orderCode ?? unknownCode,
      hasOrder: orderCode !== undefined,
      unknownCode,
      apiKey: settings.apiKey,
      invalidApiKey: settings.invalidApiKey,
      runId,
      reading: run.reading,
      established: run.established,
      proofs: run.proofs,
      exchanges,
      send,
    }),
    async make(one, orderCode, recorder = run.recorder()) {
      const verdict = await verdictOf(one, run.context(recorder, orderCode));
      const responses = recorder.exchanges.flatMap(({ response }) =>
        response === undefined ? [] : [response],
      );
      return { finding: conclude(verdict, recorder), responses };
    },
    conclude,
  };
  return run;
}

/** A server that gives no response breaks the contract; any other throw is an error of the suite and is passed on. */
async function verdictOf(one: Case, context: CaseContext): Promise<Verdict> {
  try {
    return await one.run(context);
  } catch (error) {
    if (error instanceof NoResponse) return noResponse(error);
    throw error;
  }
}

/** The verdict on a request that got no complete response. */
export function noResponse({ reason, message }: NoResponse): Verdict {
  const causes: Record<typeof reason, Bilingual> = {
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
function before(shown: Exchange, own: readonly Exchange[]): readonly Exchange[] {
  const { connection } = shown.request;
  const earlier = own.slice(0, own.indexOf(shown));
  return earlier.filter(({ request }) => connection !== undefined && request.connection === connection);
}

function masked({ en, ko }: Bilingual, mask: (text: string) => string): Bilingual {
  return bilingual(mask(en), mask(ko));
}

function unique(remarks: readonly Bilingual[]): Bilingual[] {
  return [...new Map(remarks.map((remark) => [remark.en, remark])).values()];
}
