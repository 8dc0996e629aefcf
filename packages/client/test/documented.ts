import type { Schema } from '@ax-cloud/contract/contract';
import { echoRequest, orderIn, orderSteps } from '@ax-cloud/contract/echo';
import { evaluate } from '@ax-cloud/contract/expression';
import { orderFields } from '@ax-cloud/contract/order-fields';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { type ResolvedSchema, resolveSchema } from '@ax-cloud/contract/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { CancelledOrder, CancelResult } from '../src/index.ts';
import { bodyFor, CODE, contract, INPUT } from './call.ts';

/** The responses to the valid call, as the contract has them. A test changes one part of one. */
const { success, responses, orderCode } = contract;

export const SUCCESS: number = success.status;

const sent = { path: { [orderCode.name]: CODE }, query: {}, headers: {}, body: bodyFor(INPUT) };
const shown = Object.values(success.examples)[0]?.value;

/** The order that a success has, and the success as text. */
export const ORDER: CancelledOrder & Readonly<Record<string, unknown>> = Object(
  orderIn(success, echoRequest(success, sent, shown)),
);
export const RIGHT: string = responseWith(ORDER);

/** A success with another order in it, as text. */
export function responseWith(order: unknown): string {
  return JSON.stringify(placed(shown, orderSteps(success), order));
}

function placed(body: unknown, [step, ...further]: readonly string[], order: unknown): unknown {
  if (step === undefined) return order;
  return { ...Object(body), [step]: placed(Object(body)[step], further, order) };
}

/** What the order repeats of the call, and the fields that repeat its order code and its status. */
export const ECHOES: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(success.echoes).map(([field, wanted]) => [field, evaluate(wanted, { request: sent })]),
);
export const CODE_ECHO: string = Object.keys(ECHOES).find((field) => ECHOES[field] === CODE) ?? '';
export const STATUS_ECHOES: readonly string[] = orderFields(contract).statuses.map(({ order }) => order);

/** The fields that every order has. */
export const REQUIRED: readonly string[] =
  orderSteps(success).reduce<ResolvedSchema>(
    ({ properties }, step) => resolveSchema(contract.document, properties?.[step] as Schema),
    resolveSchema(contract.document, success.schema),
  ).required ?? [];

const ajv = new Ajv2020({ strict: false });
ajv.addSchema({ ...contract.document, $id: 'contract' });
const validators = new Map(
  responses.map(({ status, schema }) => [status, ajv.compile({ $ref: `contract${schema.$ref}` })]),
);

/** Whether the contract has a status, and then whether its schema takes a value, by another validator than the client's. */
export function isDocumented(status: number, value?: unknown): boolean {
  const validate = validators.get(status);
  return validate !== undefined && (value === undefined || validate(value) === true);
}

/** The kind of failure of a success that does not repeat the call. */
export function kindOf(body: string): 'not_applied' | 'malformed_response' {
  return isDocumented(SUCCESS, JSON.parse(body)) ? 'not_applied' : 'malformed_response';
}

/** A documented refusal, and the kind of failure that it is. */
export interface KnownRefusal {
  kind: Extract<CancelResult, { ok: false }>['error']['kind'];
  status: number;
  body: object;
}

const { missingKey, wrongKey, order, invalid, unreadable } = readRefusals(contract);
const known = (kind: KnownRefusal['kind'], { status, value }: { status: number; value: unknown }) => ({
  kind,
  status,
  body: Object(value) as object,
});

export const FORBIDDEN: KnownRefusal = known('forbidden', wrongKey[0]);
export const NOT_FOUND: KnownRefusal = known('not_found', order[0]);
export const INVALID: KnownRefusal = known('invalid_request', unreadable);

/** All documented refusals, one for each status. */
export const REFUSALS: readonly KnownRefusal[] = [
  ...[missingKey, ...wrongKey].map((refusal) => known('forbidden', refusal)),
  ...order.map((refusal) => known('not_found', refusal)),
  ...[...invalid, unreadable].map((refusal) => known('invalid_request', refusal)),
  ...responses.flatMap(({ status, examples }) =>
    Object.values(examples).map(({ value }) => known('refused', { status, value })),
  ),
].filter(
  ({ status }, index, all) => status !== SUCCESS && index === all.findIndex((one) => one.status === status),
);
