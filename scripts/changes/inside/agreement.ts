import { isDeepStrictEqual } from 'node:util';
import { createMockFetch } from '@ax-cloud/channel-client/testing';
import type { Contract } from '@ax-cloud/contract/contract';
import { invalidRequestForm } from '@ax-cloud/contract/invalid-request';
import { createWording, INPUT, type ViolationKind } from '@ax-cloud/contract/messages';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { resolveSchema } from '@ax-cloud/contract/schema';
import { exchange, type Received } from './exchange.ts';
import { type DerivedRequest, deriveRequests } from './requests.ts';

/**
 * Sends derived requests to the mock and to the client's mock fetch.
 *
 * @returns how many were sent
 * @throws {Error} with one line for each response that differs between the two or from the contract
 */
export async function compareMocks(contract: Contract, mockUrl: string): Promise<string> {
  const requests = deriveRequests(contract, `${schemeOf(contract)} key-of-the-changes`.trimStart());
  const mockFetch = createMockFetch();
  const wrong: string[] = [];
  for (const request of requests) {
    const mock = await exchange(contract, mockUrl, request, fetch);
    const own = await exchange(contract, contract.servers[0]?.url ?? mockUrl, request, mockFetch);
    const wanted = wantedStatus(contract, request);
    if (wanted !== undefined && mock.status !== wanted) {
      wrong.push(`${request.name}: the mock responds ${show(mock)}, and the contract says ${wanted}.`);
    } else if (!isDeepStrictEqual(comparable(mock), comparable(own))) {
      wrong.push(`${request.name}: the mock responds ${show(mock)}, the mock fetch ${show(own)}.`);
    }
    for (const message of foreignMessages(contract, mock)) {
      wrong.push(`${request.name}: the mock says "${message}", which is not a text of the contract.`);
    }
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return `${requests.length} requests`;
}

function wantedStatus(contract: Contract, { expected }: DerivedRequest): number | undefined {
  if (expected === 'unsaid') return undefined;
  if (typeof expected === 'number') return expected;
  return expected === 'valid' ? contract.success.status : invalidRequestForm(contract).status;
}

/** The status, and the fields that a refusal names. Its messages may differ, because parsers word syntax errors differently. */
function comparable({ status, body }: Received): unknown {
  const names = typeof body === 'object' && body !== null ? Object.keys(body).sort() : [];
  return { status, names };
}

function show({ status, body }: Received): string {
  return `${status} ${JSON.stringify(body).slice(0, 200)}`;
}

const KINDS: readonly ViolationKind[] = [
  'required',
  'null',
  'blank',
  'nullBody',
  'object',
  'unknown',
  'type',
  'enum',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
];
const HANGUL = /[가-힣]/;

/** The messages in the response to an invalid request that are neither Korean nor the framework's English. */
function foreignMessages(contract: Contract, { status, body }: Received): string[] {
  if (status !== invalidRequestForm(contract).status) return [];
  const word = createWording(contract);
  const own = contract.request.fields.flatMap(({ schema }) =>
    KINDS.map((kind) => word(kind, resolveSchema(contract.document, { ...schema }))),
  );
  const known = new Set(own.filter((text) => !text.includes(INPUT)));
  const lists = Object.values(body as object)
    .filter(Array.isArray)
    .flat();
  return lists.filter((message) => !HANGUL.test(message) && !known.has(message));
}
