import type { Contract } from '@ax-cloud/contract/contract';
import type { CaseContext, Established } from '../case.ts';
import { type Body, bareExample, exampleOfRun, otherExample, taggedBody } from '../cases/bodies.ts';
import { NO_STATUS } from '../cases/body.ts';
import { cancelRequest } from '../cases/requests.ts';
import type { HttpResponse } from '../exchange.ts';
import { fieldsOf, orderFields, orderOf } from '../order-fields.ts';
import { CONTRACT_READING, type NamesReading, type Reading, toWire, unwrap } from '../reading.ts';
import { speaksOfKey, speaksOfOrder } from '../statuses.ts';

/** An order that could not be cancelled. */
export interface Refused {
  /** The response to the contract's own cancel. */
  refusal: HttpResponse;
  /** True when the server calls a valid value invalid. */
  asInvalid: boolean;
}

/** A valid cancel in one reading of the page. */
interface Candidate {
  names: NamesReading;
  body: Body;
}

/**
 * The ways to cancel an order that the page may mean, the contract's first. The next three are within the contract as well:
 * where they succeed and the first does not, the server refuses a comment or a kind of cancel.
 */
function candidates(context: Pick<CaseContext, 'contract' | 'runId'>): Candidate[] {
  const { contract } = context;
  const body = taggedBody(context);
  const other = otherExample(contract);
  const own: Body[] = [
    exampleOfRun(context),
    body,
    bareExample(contract),
    ...(other === undefined ? [] : [other]),
  ];
  const all: Candidate[] = [
    ...own.map((one): Candidate => ({ names: 'table', body: one })),
    ...(['curl', 'both', 'channel-status-alone'] as const).map((names) => ({ names, body })),
  ];
  // Where two of them are the same request, the first one stands for both.
  const sent = all.map((one) => JSON.stringify(toWire(one.body, one.names)));
  return all.filter((_, index) => sent.indexOf(sent[index] ?? '') === index);
}

/**
 * Cancels the order of the context in the first reading that the server follows, and finds that reading by it.
 *
 * @returns how the order was cancelled, or what came of the attempts when it was not
 * @throws {NoResponse} when the server gives no complete response
 */
export async function findReading(context: CaseContext): Promise<Established | Refused> {
  const before: Established['before'][number][] = [];
  let weak: Established | undefined;
  for (const { names, body } of candidates(context)) {
    const reading = { ...CONTRACT_READING, names };
    const response = await context.send(cancelRequest({ ...context, reading }, { body }));
    const found = { orderCode: context.orderCode, names, body, response, before: [...before] };
    before.push({ names, body, response });
    if (response.status < 300) {
      // A server that ignores names that it does not know answers 200 and changes nothing.
      if (!showsNoChange(context, response, body)) return found;
      weak ??= found;
    }
    // The order or the key is not what the server wants; other bodies cannot help.
    const { contract } = context;
    if (speaksOfKey(contract, response.status) || speaksOfOrder(contract, response.status)) break;
  }
  if (weak !== undefined) return weak;
  const [first] = before;
  if (first === undefined) throw new Error('No cancel was tried.');
  return { refusal: first.response, asInvalid: await isRefusedAsInvalid(context, first) };
}

/**
 * Whether the server refuses a valid value in the words in which it refuses one that is not. A server that knows the
 * value has other words for an order that is already cancelled.
 */
async function isRefusedAsInvalid(
  context: CaseContext,
  first: { body: Body; response: HttpResponse },
): Promise<boolean> {
  const words = (body: unknown, value: unknown) =>
    JSON.stringify(body)?.replaceAll(JSON.stringify(value)?.slice(1, -1) ?? '', '');
  const fields = fieldsOf(unwrap(first.response.json).body);
  const name = Object.keys(first.body).find((one) => one in fields);
  if (name === undefined) return false;
  const response = await context.send(cancelRequest(context, { body: { ...first.body, [name]: NO_STATUS } }));
  const said = words(fields[name], first.body[name]);
  return said !== undefined && said === words(fieldsOf(unwrap(response.json).body)[name], NO_STATUS);
}

/** The reading that the response to a successful cancel shows. */
export function readingOf(contract: Contract, { response, names, orderCode }: Established): Reading {
  const { code, channelCode } = orderFields(contract);
  const order = orderOf(contract, response.json);
  const swapped = order[channelCode ?? ''] === orderCode && order[code ?? ''] !== orderCode;
  return {
    names,
    enveloped: unwrap(response.json).enveloped,
    pathCode: code !== undefined && swapped ? 'channel' : 'ax',
    ignoresAxStatus: names === 'channel-status-alone',
  };
}

/** All statuses are there, and none is the one that was sent. */
function showsNoChange({ contract }: CaseContext, { json }: HttpResponse, body: Body): boolean {
  const order = orderOf(contract, json);
  const { statuses } = orderFields(contract);
  const unchanged = (status: unknown, sent: unknown) => typeof status === 'string' && status !== sent;
  return statuses.length > 0 && statuses.every((field) => unchanged(order[field.order], body[field.request]));
}
