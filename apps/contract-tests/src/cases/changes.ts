import { type Contract, uncancelledStatus } from '@ax-cloud/contract/contract';
import { fillPath } from '@ax-cloud/contract/example-request';
import { provokingCode, readOrderCodeForm } from '@ax-cloud/contract/order-code-form';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { statusFields, undeclaredField } from '@ax-cloud/contract/request-body';
import { allowsBody } from '@ax-cloud/contract/schema-check';
import type { Change } from '../http/message.ts';
import { fillIn, fillInShell, type Values } from './edits.ts';
import { NO_STATUS } from './request.ts';
import { bodyOf, type ChangeContext, longest, type RowBody, rawOf } from './row-body.ts';

/** What of a valid request a row changes. Texts may hold placeholders: `{key}`, `{code|upper-case}`, `{2000×a}`. */
export interface RowChange extends RowBody {
  authorization?: string | null;
  code?: string;
  path?: string;
  query?: string;
  method?: string;
  headers?: Record<string, string | null>;
}

/** A malformed order code, for a contract that has no example of one. */
const MALFORMED = 'not-a-uuid';

/** The context for making changes before a server is known. */
export function sampleContext(contract: Contract): ChangeContext {
  const orderCode = String(contract.orderCode.example);
  return {
    contract,
    written: contract,
    orderCode,
    apiKey: 'Sample-Key-0123456789',
    invalidApiKey: 'invalid',
    runId: 'contract-test 00000000',
    established: undefined,
  };
}

const NUMBER = new Intl.NumberFormat('en-US');

/** A cache: every request needs these words, and a contract does not change while it is in use. */
const words = new WeakMap<Contract, Values>();

/** The contract's words for the placeholders in titles, ids and requests. */
export function wordsOf(contract: Contract, field: string): Values {
  const own = words.get(contract) ?? readWords(contract);
  words.set(contract, own);
  return { ...own, field };
}

function readWords(contract: Contract): Values {
  const statuses = statusFields(contract).map(({ name }) => name);
  return {
    scheme: schemeOf(contract),
    method: contract.method,
    second: Object.keys(contract.request.examples)[1] ?? 'other',
    'first-status': statuses[0],
    'last-status': statuses.at(-1),
    extra: undeclaredField(contract),
    uncancelled: uncancelledStatus(contract) || 'New',
    'no-status': NO_STATUS,
    limit: NUMBER.format(longest(contract)),
    parent: contract.path.split(`{${contract.orderCode.name}}`)[0]?.split('/').at(-2) ?? '',
    malformed: malformedCode(contract),
  };
}

/** Makes the change of a row; undefined when the contract lacks what it changes. */
export function changeOf(row: RowChange, context: ChangeContext, field: string): Change | undefined {
  const { contract, orderCode, runId } = context;
  const values: Values = {
    ...wordsOf(contract, field),
    key: context.apiKey,
    'invalid-key': context.invalidApiKey,
    code: encodeURIComponent(orderCode),
    order: orderCode,
    path: fillPath(contract, encodeURIComponent(orderCode)),
    run: runId,
  };
  const fill = (text: string) => fillIn(text, values);
  const body = bodyOf(row, context, field, values);
  if (body === undefined) return undefined;
  const raw = row.raw === undefined ? undefined : rawOf(row, context, values, body.value);
  if (row.raw !== undefined && raw === undefined) return undefined;
  const { authorization, code, path, query, method } = row;
  return {
    ...(authorization === undefined
      ? {}
      : {
          credential: {
            value: authorization === null ? undefined : fill(authorization),
            shell: authorization === null ? undefined : fillInShell(authorization, values),
          },
        }),
    ...(code === undefined ? {} : { rawCode: fill(code) }),
    ...(path === undefined ? {} : { alterPath: (whole: string) => fillIn(path, { path: whole }) }),
    ...(query === undefined ? {} : { query: fill(query) }),
    ...(method === undefined ? {} : { method }),
    headers: Object.fromEntries(
      Object.entries(row.headers ?? {}).map(([name, value]) => [
        fill(name),
        value === null ? undefined : fill(value),
      ]),
    ),
    body: row.bodyless ? undefined : body.value,
    ...(raw === undefined ? {} : { raw }),
  };
}

function malformedCode(contract: Contract): string {
  const form = readOrderCodeForm(contract);
  return form === undefined ? MALFORMED : provokingCode(form.refusal);
}

/** Whether the contract allows the body of a change, as a server reads it: an absent body is an empty object. */
export function isAllowed(contract: Contract, { body, raw }: Change): boolean {
  if (raw === undefined) return allowsBody(contract, body);
  if (typeof raw !== 'string') return false;
  try {
    return allowsBody(contract, JSON.parse(raw === '' ? '{}' : raw));
  } catch {
    return false;
  }
}
