import { type Contract, uncancelledStatus } from './contract.ts';
import { orderIn, orderSteps } from './echo.ts';
import { parseExpression } from './expression.ts';
import { type Field, readFields } from './schema.ts';

/** What the contract calls the parts of an order in a success. */
export interface OrderFields {
  /** The field that repeats the order code of the path; undefined where none does. */
  code: string | undefined;
  /** The fields that repeat a status of the request, and the request's names for them. */
  statuses: readonly { order: string; request: string }[];
  /** The first text field that repeats nothing of the request: the channel's own code for the order. */
  channelCode: string | undefined;
}

/** Every success is read by them, and a contract does not change while it is in use. */
const known = new WeakMap<Contract, OrderFields>();

/** Reads the names out of `x-order` and `x-echoes`, once for each contract. */
export function orderFields(contract: Contract): OrderFields {
  const fields = known.get(contract) ?? readOrderFields(contract);
  known.set(contract, fields);
  return fields;
}

function readOrderFields(contract: Contract): OrderFields {
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

/** The order in the body of a success; empty where there is none. */
export function orderOf({ success }: Contract, body: unknown): Readonly<Record<string, unknown>> {
  const order = orderIn(success, body);
  return typeof order === 'object' && order !== null ? (order as Record<string, unknown>) : {};
}

/** The statuses that an order in a success has, in the contract's order. */
export function statusesIn(contract: Contract, body: unknown): unknown[] {
  const order = orderOf(contract, body);
  return orderFields(contract).statuses.map((field) => order[field.order]);
}

/** Whether a success repeats the statuses of the request. */
export function repeatsStatuses(
  contract: Contract,
  response: unknown,
  request: Readonly<Record<string, unknown>>,
): boolean {
  const order = orderOf(contract, response);
  return orderFields(contract).statuses.every((field) => order[field.order] === request[field.request]);
}

/** Whether a success says that the order is still as it was before any cancel. */
export function showsUncancelled(contract: Contract, body: unknown): boolean {
  const statuses = statusesIn(contract, body);
  const before = uncancelledStatus(contract);
  return statuses.length > 0 && before !== '' && statuses.every((status) => status === before);
}

/** How many fields the contract demands in a success, at every depth down to the order. */
export function demandedFields(contract: Contract): number {
  const { document, success } = contract;
  const outside = readFields(document, success.schema).filter(({ required }) => required).length;
  const inside = orderSteps(success).length === 0 ? [] : fieldsOfOrder(contract);
  return outside + inside.filter(({ required }) => required).length;
}

function fieldsOfOrder({ document, success }: Contract): Field[] {
  return orderSteps(success).reduce(
    (fields, step) => {
      const inside = fields.find(({ name }) => name === step);
      return inside === undefined ? [] : readFields(document, { ...inside.schema });
    },
    readFields(document, success.schema),
  );
}
