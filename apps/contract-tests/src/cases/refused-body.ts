import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext, Verdict } from '../case.ts';
import type { HttpResponse } from '../exchange.ts';
import { CONTRACT_READING, DROPPED_FIELD } from '../reading.ts';
import { allowsBody } from '../schema-check.ts';
import { refusalStatuses } from '../statuses.ts';
import { answering, failed, join, mustBeRefused } from '../verdicts.ts';
import { SAMPLE_RUN_ID } from './bodies.ts';
import { type Change, cancelRequest, type RequestContext } from './requests.ts';

const LATER = bilingual(
  `the other status alone has set both, as in a later version of the page, which has no ${DROPPED_FIELD} (question superseded-version); the other cases go on in this reading`,
  `나머지 상태만으로 두 상태가 모두 바뀌었습니다. ${DROPPED_FIELD}가 없는 이후 버전의 문서와 같습니다 (질문 superseded-version). 나머지 케이스는 이 해석으로 계속합니다`,
);

const NO_FIELD: Verdict = {
  outcome: 'observed',
  remarks: [
    bilingual(
      `not asked: this server has no ${DROPPED_FIELD}`,
      `확인하지 않음: 이 서버에는 ${DROPPED_FIELD}가 없습니다`,
    ),
  ],
};

/** What the acceptance or the refusal of a body says of the ledger's questions. */
export type Answers = (
  accepted: boolean,
  context: CaseContext,
  response: HttpResponse,
) => Record<string, string>;

/** What a case of {@link refused} is about, where that is not the body as a whole. */
export interface About {
  /** The field that is invalid. */
  field?: string;
  answers?: Answers;
}

/**
 * A body that must be refused, and must not cancel; no case where the contract allows it.
 *
 * @param change may depend on the run, but whether the contract allows the body may not
 */
export function refused(
  contract: Contract,
  id: string,
  what: Bilingual,
  change: (context: RequestContext) => Change,
  { field, answers = () => ({}) }: About = {},
): Case[] {
  if (isAllowed(contract, change(sampleContext(contract)))) return [];
  const { invalid, unreadable } = refusalStatuses(contract);
  // A server may take no body at all for one that it cannot read.
  const statuses = id === 'absent' ? [...new Set([...invalid, unreadable])] : invalid;
  const status = statuses.join(' or ');
  return [
    {
      id: `body.${id}`,
      title: bilingual(`${what.en} is refused`, `${what.ko}: 거부된다`),
      expects: bilingual(
        `${status} (inferred), and nothing changed`,
        `${statuses.join(' 또는 ')} (추정), 변경 없음`,
      ),
      needs: 'open-order',
      async run(context): Promise<Verdict> {
        if (field === DROPPED_FIELD && context.reading.ignoresAxStatus) return NO_FIELD;
        const response = await context.send(cancelRequest(context, change(context)));
        const own = answers(response.status < 300, context, response);
        const later = own['superseded-version'] === 'version-57';
        const verdict = later ? failed(join(what, LATER)) : mustBeRefused(context, response, statuses, what);
        return answering(verdict, { ...own, ...(field === undefined ? {} : formOf(verdict, response.json)) });
      },
    },
  ];
}

/** Whether the contract allows the body of a request, as a server reads it: no body is an empty object. */
function isAllowed(contract: Contract, { body, raw }: Change): boolean {
  if (raw === undefined) return allowsBody(contract, body);
  if (typeof raw !== 'string') return false;
  try {
    return allowsBody(contract, JSON.parse(raw === '' ? '{}' : raw));
  } catch {
    return false;
  }
}

/** What a request is made from where no server is asked yet. */
function sampleContext(contract: Contract): RequestContext {
  return {
    contract,
    orderCode: String(contract.orderCode.example),
    apiKey: '',
    runId: SAMPLE_RUN_ID,
    reading: CONTRACT_READING,
  };
}

/** In what form the server refuses an invalid field: as the framework does, or in another one. */
function formOf({ outcome }: Verdict, body: unknown): Record<string, string> {
  if (outcome === 'failed') return {};
  const detail = typeof body === 'object' && body !== null && 'detail' in body;
  const form = outcome === 'observed' ? 'another-answer' : detail ? 'detail-only' : 'detail-or-fields';
  return { 'invalid-request-answer': form };
}
