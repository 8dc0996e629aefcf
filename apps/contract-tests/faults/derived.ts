import type { Contract } from '@ax-cloud/contract/contract';
import type { Case, CaseContext } from '../src/cases/case.ts';
import { buildRequest } from '../src/cases/request.ts';
import type { HttpResponse } from '../src/http/message.ts';
import { unknownOrderCode } from '../src/run/run.ts';
import { CONFORMING, FORBIDDEN, type Incoming, type Order } from './behaviour.ts';
import type { Variant } from './variant.ts';

/** A server that accepts exactly what one case sends, and is right in all else. */
export interface DerivedVariant extends Variant {
  change: NonNullable<Variant['change']>;
  /** The questions of the ledger that the case asks: they may be answered by what is accepted. */
  asks: readonly string[];
}

const RUN_ID = 'contract-test 00000000';
const ANY_RUN_ID = /contract-test [0-9a-f]{8}/g;

/** Headers that say nothing of a case, or have their own place in a line. */
const PLAIN =
  /^(user-agent|accept|content-type|content-length|authorization|host|connection|transfer-encoding)$/;

/** Any refusal; it makes a case go on to its last request. */
const REFUSAL: HttpResponse = {
  status: FORBIDDEN.status,
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify(FORBIDDEN.body),
  json: FORBIDDEN.body,
  utf8: true,
  decoded: true,
  duplicateKeys: [],
  durationMs: 1,
  reusedConnection: false,
  lost: undefined,
};

/**
 * Derives a faulty server from each documented case that must be refused. What they accept is theirs alone, unless another case sends
 * the same: that one fails with it.
 *
 * @param codes the orders that the servers must have
 */
export async function deriveVariants(
  contract: Contract,
  cases: readonly Case[],
  codes: readonly string[],
): Promise<DerivedVariant[]> {
  const derived = cases.filter(
    ({ level, needs }) => level === 'documented' && (needs === 'open-order' || needs === 'open-order-if-any'),
  );
  const sent = await Promise.all(
    derived.map(async (one) => {
      const lines = await Promise.all(codes.map((code) => linesOf(contract, one, code)));
      return { one, lines: new Set(lines.flat()) };
    }),
  );
  return sent.map(({ one, lines }) => {
    const alike = sent
      .filter((other) => [...other.lines].some((line) => lines.has(line)))
      .map((other) => other.one.id);
    const also = new RegExp(`^(${alike.map((id) => id.replaceAll('.', '\\.')).join('|')})$`);
    return {
      does: `accepts what ${one.id} sends`,
      fails: one.id,
      also,
      asks: one.asks,
      change: accepting(lines),
    };
  });
}

/** Each request that a case sends for an order, as a line. */
async function linesOf(contract: Contract, one: Case, orderCode: string): Promise<string[]> {
  const lines: string[] = [];
  const request = { contract, orderCode, apiKey: CONFORMING.key, runId: RUN_ID };
  const context: Partial<CaseContext> = {
    ...request,
    written: contract,
    hasOrder: true,
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
  // Nobody wants to know what a case makes of the refusal.
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

function accepting(lines: ReadonlySet<string>): DerivedVariant['change'] {
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
      const fields = { ax_status: 'Traveler cancel', channel_status: 'Traveler cancel', comment: undefined };
      CONFORMING.apply(target, fields);
      return CONFORMING.success(target, fields);
    },
  };
}
