import type { Contract } from '@ax-cloud/contract/contract';
import { orderFields, orderOf } from '@ax-cloud/contract/order-fields';
import { speaksOfKey, speaksOfKeyOrOrder } from '@ax-cloud/contract/refusal-statuses';
import { type Body, bareExample, otherExample } from '@ax-cloud/contract/request-body';
import { readFields, resolveSchema } from '@ax-cloud/contract/schema';
import { allowsBody } from '@ax-cloud/contract/schema-check';
import type { Established } from '../cases/case.ts';
import { buildRequest, exampleOfRun, NO_STATUS, taggedBody } from '../cases/request.ts';
import type { HttpResponse } from '../http/message.ts';
import { fieldsOf } from '../http/response.ts';
import { createResponseCheck } from '../http/response-check.ts';
import type { Recorder, Run } from './state.ts';

/** An order that could not be cancelled. */
export interface Refused {
  /** The response to the contract's own cancel. */
  refusal: HttpResponse;
  /** True when the server calls a valid value invalid. */
  asInvalid: boolean;
}

/** A valid cancel in one reading of the page. */
interface Candidate {
  readings: Readonly<Record<string, string>>;
  contract: Contract;
  body: Body;
  /** The method, the path and the headers, which another body does not change. */
  around: string;
}

/**
 * Tries to cancel an order in each reading, until the server accepts one: that is its reading.
 *
 * @returns how the order was cancelled, or how it was refused
 * @throws {NoResponse} when the server gives no complete response
 */
export async function findReading(
  run: Run,
  recorder: Recorder,
  code: string,
  runId: string,
): Promise<Established | Refused> {
  const before: Established['before'][number][] = [];
  const useless = new Set<string>();
  let weak: Established | undefined;
  for (const { readings, contract, body, around } of candidates(run, code, runId)) {
    if (useless.has(around)) continue;
    const orderCode = run.pathCode(code, contract);
    // The server may not know the path of another reading.
    const allowance = readings === run.followed ? {} : { html: true, redirect: true };
    const response = await recorder.send(contract, orderCode, { body }, allowance);
    const found = { orderCode, body, readings, response, before: [...before] };
    before.push({ body, response });
    if (response.status < 300) {
      // A server that ignores unknown names may respond with 200 and change nothing.
      if (!showsNoChange(contract, response, body)) return { ...found, readings: byResponse(run, found) };
      weak ??= found;
    }
    // The server refuses the key or the order code, so another body cannot help.
    if (speaksOfKeyOrOrder(contract, response.status)) useless.add(around);
    if (speaksOfKey(contract, response.status) && (await run.losesKey()))
      return { refusal: response, asInvalid: false };
  }
  if (weak !== undefined) return weak;
  const [first] = before;
  if (first === undefined) throw new Error('No cancel was tried.');
  const asInvalid = await isRefusedAsInvalid(run, recorder, code, first);
  return { refusal: first.response, asInvalid };
}

/**
 * The ways to cancel an order that the page may mean. The contract's own come first: its first example, then three that differ in
 * the comment or the kind of cancel. If only a later one succeeds, the server refuses a comment or a kind. Then comes every reading
 * in which a valid cancel is another request.
 */
function candidates(run: Run, code: string, runId: string): Candidate[] {
  const make = (readings: Candidate['readings'], contract: Contract, body: Body) => {
    const orderCode = run.pathCode(code, contract);
    const {
      path,
      headers,
      body: bytes,
      method,
    } = buildRequest({ contract, orderCode, apiKey: '', runId }, { body });
    const around = JSON.stringify([method, path, headers]);
    return { readings, contract, body, around, bytes: `${around}${bytes}` };
  };
  const { contract, followed } = run;
  const other = otherExample(contract);
  const own = [
    exampleOfRun(contract, runId),
    taggedBody(contract, runId),
    bareExample(contract),
    ...(other === undefined ? [] : [other]),
  ].map((body) => make(followed, contract, body));
  const others = run.readings.all.flatMap(({ question, reading }) => {
    const readings = { ...followed, [question]: reading };
    const under = question in followed ? undefined : run.readings.apply(run.written, readings);
    return under === undefined ? [] : [make(readings, under, taggedBody(under, runId))];
  });
  // Of candidates with the same request, only the first is tried.
  const all = [...own, ...others];
  return all.filter(({ bytes }, index) => all.findIndex((one) => one.bytes === bytes) === index);
}

/** The readings under which the success is the documented one: those found, if necessary with one or two more. */
function byResponse({ readings, written }: Run, found: Established): Established['readings'] {
  const fits = (more: Established['readings']) => {
    const contract = readings.apply(written, more);
    if (contract === undefined || !isBodyOf(contract, found.body)) return false;
    const check = createResponseCheck(contract);
    return (
      check.problems(found.response, contract.success.status).length === 0 &&
      check.unmet(found.response, found.orderCode, found.body).length === 0
    );
  };
  if (fits(found.readings)) return found.readings;
  const single = readings.all
    .filter(({ question }) => !(question in found.readings))
    .map(({ question, reading }) => ({ ...found.readings, [question]: reading }))
    .filter(
      (more) => formOf(readings.apply(written, more)) !== formOf(readings.apply(written, found.readings)),
    );
  const one = single.find(fits);
  if (one !== undefined) return one;
  const pairs = single.flatMap((first, index) =>
    single.slice(index + 1).map((second) => ({ ...first, ...second })),
  );
  return pairs.find(fits) ?? found.readings;
}

/** Whether a contract allows a body and declares all of its fields, so that the same request is valid in this reading. */
function isBodyOf(contract: Contract, body: Body): boolean {
  const names = contract.request.fields.map(({ name }) => name);
  return Object.keys(body).every((name) => names.includes(name)) && allowsBody(contract, body);
}

/** What a contract demands of a success, as a text to compare readings by. */
function formOf(contract: Contract | undefined): string {
  if (contract === undefined) return '';
  const { status, orderPointer, echoes, schema } = contract.success;
  const { properties, required } = resolveSchema(contract.document, schema);
  const inside = readFields(contract.document, schema).map((field) => field.schema);
  return JSON.stringify([status, orderPointer, echoes, properties, required, inside]);
}

/**
 * Whether the server refuses a valid value in the same words as an invalid one. A server that knows the value has other words for
 * an order that is already cancelled.
 */
async function isRefusedAsInvalid(
  run: Run,
  recorder: Recorder,
  code: string,
  first: { body: Body; response: HttpResponse },
): Promise<boolean> {
  const words = (body: unknown, value: unknown) =>
    JSON.stringify(body)?.replaceAll(JSON.stringify(value)?.slice(1, -1) ?? '', '');
  const fields = fieldsOf(first.response.json);
  const name = Object.keys(first.body).find((one) => one in fields);
  // A message about a field that was not sent means that the server demands a field that the contract does not have.
  const further = Object.entries(fields).filter(
    ([key]) => !(key in first.body) && key !== 'non_field_errors',
  );
  if (name === undefined)
    return further.some(([, messages]) => Array.isArray(messages) && messages.length > 0);
  const response = await recorder.send(run.contract, run.pathCode(code), {
    body: { ...first.body, [name]: NO_STATUS },
  });
  const said = words(fields[name], first.body[name]);
  return said !== undefined && said === words(fieldsOf(response.json)[name], NO_STATUS);
}

/** Whether the response has all statuses, and none is the one that was sent. */
function showsNoChange(contract: Contract, { json }: HttpResponse, body: Body): boolean {
  const order = orderOf(contract, json);
  const { statuses } = orderFields(contract);
  const unchanged = (status: unknown, sent: unknown) => typeof status === 'string' && status !== sent;
  return statuses.length > 0 && statuses.every((field) => unchanged(order[field.order], body[field.request]));
}
