import type { Contract } from '@ax-cloud/contract/contract';
import { unknownOrderCode } from '@ax-cloud/contract/order-code-form';
import type { Case, CaseContext } from '../src/cases/case.ts';
import { buildRequest } from '../src/cases/request.ts';
import type { HttpResponse } from '../src/http/message.ts';
import type { Behaviour, Incoming, Order } from './behaviour.ts';
import { CONFORMING } from './conforming.ts';

/** A server that wrongly accepts exactly what some cases send, and conforms otherwise. */
export interface DerivedServer {
  /** The cases that must fail. */
  fails: string[];
  /** All cases that may fail: those above, and those that send one of the same requests. */
  also: string[];
  /** The questions that these cases ask. Accepting their requests may answer them wrongly. */
  asks: string[];
  change: Pick<Behaviour, 'finish'>;
}

/** How many cases share a server. The number is small because each accepted request costs an order. */
const GROUP = 6;

const RUN_ID = 'contract-test 00000000';
const ANY_RUN_ID = /contract-test [0-9a-f]{8}/g;

/** Headers that do not tell cases apart, or that have their own place in a line. */
const PLAIN =
  /^(user-agent|accept|content-type|content-length|authorization|host|connection|transfer-encoding)$/;

/** A refusal, so that each case goes on to its last request. */
const REFUSAL: HttpResponse = {
  status: 403,
  headers: { 'content-type': 'application/json' },
  text: '{"detail":"x"}',
  json: { detail: 'x' },
  utf8: true,
  decoded: true,
  duplicateKeys: [],
  durationMs: 1,
  reusedConnection: false,
  lost: undefined,
};

/**
 * Derives faulty servers from the documented cases that must be refused.
 *
 * @param codes the orders that the servers must have
 */
export async function deriveServers(
  contract: Contract,
  cases: readonly Case[],
  codes: readonly string[],
): Promise<DerivedServer[]> {
  const refused = cases.filter(
    ({ level, needs }) => level === 'documented' && (needs === 'open-order' || needs === 'open-order-if-any'),
  );
  const sent = await Promise.all(
    refused.map(async ({ id, asks, ...one }) => {
      const lines = await Promise.all(codes.map((code) => linesOf(contract, one, code)));
      return { id, asks, lines: lines.flat() };
    }),
  );
  const count = Math.ceil(sent.length / GROUP);
  // Neighbouring cases send similar requests, and one failure may hide another. So they go to different servers.
  return Array.from({ length: count }, (_, index) => {
    const own = sent.filter((_one, place) => place % count === index);
    const lines = new Set(own.flatMap((one) => one.lines));
    return {
      fails: own.map(({ id }) => id),
      also: sent.filter((one) => one.lines.some((line) => lines.has(line))).map(({ id }) => id),
      asks: own.flatMap(({ asks }) => asks),
      change: accepting(contract, lines),
    };
  });
}

/** Each request that a case sends for an order, as a line. */
async function linesOf(contract: Contract, one: Pick<Case, 'run'>, orderCode: string): Promise<string[]> {
  const lines: string[] = [];
  const request = { contract, orderCode, apiKey: CONFORMING.key, runId: RUN_ID };
  const context: Partial<CaseContext> = {
    ...request,
    written: contract,
    hasOrder: true,
    givenCodes: [],
    unknownCode: unknownOrderCode(contract),
    invalidApiKey: 'invalid',
    exchanges: [],
    check: { problems: () => [], unmet: () => [], namesNothing: () => false, additionalFields: () => [] },
    async send(change) {
      const { method, path, credential, headers, body } = buildRequest(request, change);
      lines.push(lineOf(method, path, { ...headers, authorization: credential.value }, body));
      return REFUSAL;
    },
  };
  // Only the requests matter; ignore the verdict on the refusal.
  await one.run(context as CaseContext).catch(() => {});
  return lines;
}

function lineOf(
  method: string,
  path: string,
  headers: Incoming['headers'],
  body: string | Uint8Array = '',
): string {
  const others = Object.keys(headers).filter((name) => !PLAIN.test(name));
  const named = ['authorization', 'content-type', ...others.sort()].map((name) => headers[name] ?? null);
  const text = Buffer.from(body as string)
    .toString('latin1')
    .replace(ANY_RUN_ID, RUN_ID);
  return JSON.stringify([method, path, named, others, text]);
}

function accepting({ cancels }: Contract, lines: ReadonlySet<string>): DerivedServer['change'] {
  return {
    finish(reply, { method, url, headers, bytes }, order) {
      if (!lines.has(lineOf(method, url, headers, bytes))) return reply;
      const target: Order = order ?? {
        code: '',
        channelCode: '',
        own: true,
        axStatus: '',
        channelStatus: '',
      };
      const [cancel] = cancels;
      const fields = { ax_status: cancel, channel_status: cancel, comment: undefined };
      CONFORMING.apply(target, fields);
      return CONFORMING.success(target, fields);
    },
  };
}
