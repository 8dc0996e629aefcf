import type { Contract } from '@ax-cloud/contract/contract';
import { orderIn, orderSteps } from '@ax-cloud/contract/echo';
import { parseExpression } from '@ax-cloud/contract/expression';
import { readFields } from '@ax-cloud/contract/schema';
import { unwrap } from './reading.ts';

/** What the contract calls the parts of an order in a success. */
export interface OrderFields {
  /** The field that repeats the order code of the path; undefined where none does. */
  code: string | undefined;
  /** The fields that repeat a status of the request, and the request's names for them. */
  statuses: readonly { order: string; request: string }[];
  /** The first text that repeats nothing of the request: the code that the channel has for the order. */
  channelCode: string | undefined;
}

/** Reads the names out of `x-order` and `x-echoes`. */
export function orderFields(contract: Contract): OrderFields {
  const { success, request } = contract;
  const echoes = Object.entries(success.echoes).map(([order, wanted]) => ({
    order,
    wanted: parseExpression(wanted),
  }));
  return {
    code: echoes.find(({ wanted }) => wanted.part === 'path')?.order,
    statuses: echoes.flatMap(({ order, wanted }) => {
      const status = request.fields.find(
        ({ name, cancels }) =>
          cancels !== undefined && wanted.part === 'body' && wanted.pointer === `/${name}`,
      );
      return status === undefined ? [] : [{ order, request: status.name }];
    }),
    channelCode: fieldsOfOrder(contract).find(
      ({ name, schema }) =>
        [schema.type].flat().includes('string') && schema.enum === undefined && !(name in success.echoes),
    )?.name,
  };
}

/** The order in the body of a success, also inside the envelope of another reading; empty where there is none. */
export function orderOf({ success }: Contract, body: unknown): Readonly<Record<string, unknown>> {
  return fieldsOf(orderIn(success, success.orderPointer === '' ? unwrap(body).body : body));
}

/** The fields of a value; empty when it is not an object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The statuses that an order in a success has, in the contract's order. */
export function statusesIn(contract: Contract, body: unknown): unknown[] {
  const order = orderOf(contract, body);
  return orderFields(contract).statuses.map((field) => order[field.order]);
}

/** Whether a success says the statuses that the request set. */
export function repeatsStatuses(
  contract: Contract,
  response: unknown,
  request: Readonly<Record<string, unknown>>,
): boolean {
  const order = orderOf(contract, response);
  return orderFields(contract).statuses.every((field) => order[field.order] === request[field.request]);
}

/** Whether the contract requires every field of the order, and allows none of them to be `null`. */
export function orderIsComplete(contract: Contract): boolean {
  return fieldsOfOrder(contract).every(
    ({ required, schema }) => required && ![schema.type].flat().includes('null'),
  );
}

function fieldsOfOrder({ document, success }: Contract) {
  return orderSteps(success).reduce(
    (fields, step) => {
      const inside = fields.find(({ name }) => name === step);
      return inside === undefined ? [] : readFields(document, { ...inside.schema });
    },
    readFields(document, success.schema),
  );
}
