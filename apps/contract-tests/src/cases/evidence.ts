import { repeatsStatuses, showsUncancelled, statusesIn } from '@ax-cloud/contract/order-fields';
import {
  refusalStatuses,
  refusesRequest,
  speaksOfKey,
  speaksOfOrder,
} from '@ax-cloud/contract/refusal-statuses';
import { otherKind, textField } from '@ax-cloud/contract/request-body';
import type { HttpResponse } from '../http/message.ts';
import { detailOf, hasSingleQuotes, isHtml } from '../http/response.ts';
import type { Asks, CaseContext } from './case.ts';
import type { Evidence } from './verdict.ts';

type Test = (response: HttpResponse, context: CaseContext) => boolean;

/** Whether a response is one JSON object, declared as JSON. A gateway's page or an unreadable body answers nothing. */
function isReadable({ headers, json, utf8, decoded, status }: HttpResponse): boolean {
  const type = headers['content-type'] ?? '';
  const object = typeof json === 'object' && json !== null;
  return object && utf8 && decoded && /\bjson\b/i.test(type) && status !== 429 && status < 500;
}

/** The response to the control request, a valid request for an unknown order; undefined unless it is the documented one. */
function control({ control: response, contract, check }: CaseContext): HttpResponse | undefined {
  const { order } = refusalStatuses(contract);
  return response !== undefined && check.problems(response, order).length === 0 ? response : undefined;
}

const HANGUL = /[가-힣]/;

/** Named classes of responses. Each is decided by the response, the contract and the control response alone. */
const CLASSES: Readonly<Record<string, Test>> = {
  /** A success that shows an order. */
  accepted: (response, { contract, truthful }) =>
    response.status < 300 &&
    isReadable(response) &&
    truthful &&
    statusesIn(contract, response.json).some((one) => one !== undefined),
  /** A success that shows a cancelled order: no status of it is still the first one. */
  cancelled: (response, context) =>
    is('accepted', response, context) && !showsUncancelled(context.contract, response.json),
  /** The request is refused for what it asks. */
  refused: (response, { contract }) =>
    isReadable(response) && !isHtml(response) && refusesRequest(contract, response.status),
  'status-401': (response) => response.status === 401 && detailOf(response.json) !== undefined,
  'status-403': (response) => response.status === 403 && detailOf(response.json) !== undefined,
  /** The documented response to the control request. */
  'as-control': (response, context) => {
    const wanted = control(context);
    return wanted?.status === response.status && context.check.problems(response, wanted.status).length === 0;
  },
  /** The same where no header of a reading was sent. */
  'as-control-bare': (response, context) =>
    context.contract.headers.length === 0 && is('as-control', response, context),
  'cancelled-bare': (response, context) =>
    context.contract.headers.length === 0 && is('cancelled', response, context),
  'key-refused': (response, context) =>
    control(context) !== undefined &&
    speaksOfKey(context.contract, response.status) &&
    detailOf(response.json) !== undefined,
  /** Neither the control response nor a status about the key: a page, or a refusal of the media type. */
  'other-than-control': (response, context) =>
    control(context) !== undefined &&
    !speaksOfKey(context.contract, response.status) &&
    response.status < 500 &&
    response.status !== 429 &&
    (response.status >= 400 || isHtml(response)) &&
    !is('as-control', response, context),
  hangul: (response, context) =>
    is('as-control', response, context) && HANGUL.test(detailOf(response.json) ?? ''),
  'no-hangul': (response, context) =>
    is('as-control', response, context) &&
    HANGUL.test(detailOf(control(context)?.json) ?? '') &&
    /^[\x20-\x7e]+$/.test(detailOf(response.json) ?? ''),
  /** How an invalid body is refused: one text, messages by field, or in another way. */
  detail: (response, context) =>
    is('documented-refusal', response, context) && detailOf(response.json) !== undefined,
  fields: (response, context) =>
    is('documented-refusal', response, context) && detailOf(response.json) === undefined,
  'documented-refusal': (response, { contract, check }) =>
    refusalStatuses(contract).invalid.includes(response.status) &&
    check.problems(response, response.status).length === 0 &&
    !check.namesNothing(response),
  /** A response that only its Content-Type sets apart has the documented status and body. */
  'other-refusal': (response, context) =>
    is('refused', response, context) && !is('documented-refusal', asJson(response), context),
  /** A page in place of the inferred refusal. */
  'page-refusal': (response, { contract }) =>
    isHtml(response) && refusalStatuses(contract).invalid.includes(response.status),
  /** The request is refused, and not because it has a text: the first cancel had one, too. */
  'text-refused': (response, context) =>
    is('refused', response, context) &&
    (textField(context.contract)?.name ?? '') in (context.established?.body ?? {}),
  /** The control response, from a server that refuses the same request without a key. */
  'key-accepted': (response, context) =>
    is('as-control', response, context) && speaksOfKey(context.contract, context.keyless?.status ?? 0),
  /** A refusal that the contract does not document: JSON with a `detail`, or not. */
  'undeclared-detail': (response, { contract }) => isUndeclared(response, contract) && isJsonDetail(response),
  'undeclared-other': (response, { contract }) => isUndeclared(response, contract) && !isJsonDetail(response),
  /** A refusal of another method, for which the contract documents no response. */
  'method-detail': (response) => isRefusal(response) && isJsonDetail(response),
  'method-other': (response) => isRefusal(response) && !isJsonDetail(response),
  'single-quotes': ({ text, status }) => status >= 400 && status < 500 && hasSingleQuotes(text),
  'documented-order-refusal': (response, { contract, check }) =>
    check.problems(response, refusalStatuses(contract).order).length === 0,
  /** The same, when the contract has no format for codes: with one, a malformed code has its own refusal. */
  'code-not-known': (response, context) =>
    context.contract.orderCode.schema.format === undefined &&
    is('documented-order-refusal', response, context),
  /** The path or the code is unknown, in another way than the contract documents. */
  'other-path-refusal': (response, context) =>
    control(context) !== undefined &&
    !is('documented-order-refusal', response, context) &&
    (speaksOfOrder(context.contract, response.status) ||
      [301, 302, 307, 308, 400, 422].includes(response.status)),
  /** Two different statuses were sent: the response has them as sent, or one for all. */
  'statuses-as-sent': (response, context) =>
    is('accepted', response, context) && new Set(statusesIn(context.contract, response.json)).size > 1,
  'statuses-alike': (response, context) =>
    is('cancelled', response, context) && new Set(statusesIn(context.contract, response.json)).size === 1,
  /** One status was sent, and the response has the same cancel in all of them. */
  'sets-both': (response, context) => {
    const [first, ...others] = statusesIn(context.contract, response.json);
    const same = others.length > 0 && others.every((one) => one === first && one !== undefined);
    const sent = String(context.exchanges.at(-1)?.request.body ?? '').includes(JSON.stringify(first) ?? '');
    return (
      response.status < 300 &&
      isReadable(response) &&
      same &&
      sent &&
      !showsUncancelled(context.contract, response.json)
    );
  },
  /** Accepted without one status, and only the status that was sent has changed. */
  partly: (response, context) => is('accepted', response, context) && !is('sets-both', response, context),
  /** The order now has the other kind of cancel. */
  'repeats-other': (response, context) =>
    is('accepted', response, context) &&
    repeatsStatuses(context.contract, response.json, otherKind(context.contract) ?? {}),
  /** The repeated cancel's success says what the first one said. */
  'same-success': (response, context) =>
    is('accepted', response, context) &&
    repeatsStatuses(context.contract, response.json, context.established?.body ?? {}),
  extra: (response, context) =>
    is('accepted', response, context) &&
    context.check.problems(response, context.contract.success.status).length === 0 &&
    context.check.additionalFields(response).length > 0,
  done: (response, { contract }) =>
    isReadable(response) && response.status === 200 && contract.success.status === 200,
  later: (response) => response.status === 202 && isReadable(response),
};

function is(name: string, response: HttpResponse, context: CaseContext): boolean {
  const test = CLASSES[name];
  if (test === undefined) throw new Error(`There is no class of responses "${name}".`);
  return test(response, context);
}

/** What a response says about each question that a case asks: the first class that the response belongs to decides. */
export function evidenceOf(asks: Asks, response: HttpResponse, context: CaseContext): Evidence[] {
  return Object.entries(asks).flatMap(([question, byClass]) => {
    if ('success-form' in byClass) {
      const readings = context.followed(question, response);
      return readings.length === 0 ? [] : [{ question, readings }];
    }
    const name = Object.keys(byClass).find((one) => is(one, response, context));
    const readings = name === undefined ? [] : [byClass[name] ?? []].flat();
    return readings.length === 0 ? [] : [{ question, readings }];
  });
}

/** A response as if it were declared as JSON. */
function asJson(response: HttpResponse): HttpResponse {
  return { ...response, headers: { ...response.headers, 'content-type': 'application/json' } };
}

function isRefusal({ status }: HttpResponse): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

/** Whether an error's text is in a readable JSON body. */
function isJsonDetail(response: HttpResponse): boolean {
  return detailOf(response.json) !== undefined && isReadable(response);
}

/** Whether a status refuses a method or a media type, and is not documented. */
function isUndeclared({ status }: HttpResponse, { responses }: CaseContext['contract']): boolean {
  return [405, 406, 415].includes(status) && !responses.some((one) => one.status === status);
}

/** The names of the classes, which a row may use. */
export const CLASS_NAMES: readonly string[] = [...Object.keys(CLASSES), 'success-form'];
