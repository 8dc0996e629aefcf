import type { Contract } from '@ax-cloud/contract/contract';
import { echoRequest, orderIn } from '@ax-cloud/contract/echo';
import { requiredExamples, targetOf } from '@ax-cloud/contract/example-request';
import { evaluate, type RequestContext } from '@ax-cloud/contract/expression';
import { KEY, readRefusals } from '@ax-cloud/contract/refusals';

/** What a code sample must send, and the success that it must accept. Both come from the contract's first example. */
export interface ExpectedCancel {
  order: string;
  method: string;
  /** The path with the required query parameters. */
  target: string;
  /** The text before the key in the header. */
  keyPrefix: string;
  /** The required headers, by lower-case name. */
  headers: Record<string, string>;
  body: Record<string, unknown>;
  /** The fields of the body that hold the status. */
  statusFields: string[];
  /** The status in these fields. */
  status: string;
  response: { status: number; body: unknown };
  /** The fields of the order that must repeat the request. */
  echoed: string[];
  /** The response with one field of the order changed. */
  altered(field: string): unknown;
}

/** Reads the expectations from a contract. */
export function expectedCancel(contract: Contract): ExpectedCancel {
  const [wrongKey] = readRefusals(contract).wrongKey;
  const { method, orderCode, headers, request, success } = contract;
  const [[name, example] = ['', undefined]] = Object.entries(request.examples);
  const body = { ...(example?.value as Record<string, unknown>) };
  const order = String(orderCode.example);
  const sent: RequestContext = { path: { [orderCode.name]: order }, headers: {}, body };
  const response = echoRequest(success, sent, success.examples[name]?.value);
  const statusFields = request.fields.filter(({ cancels, name }) => cancels !== undefined && name in body);
  const [statusField] = statusFields;
  return {
    order,
    method,
    target: targetOf(contract, order),
    keyPrefix: wrongKey.provokedBy[KEY]?.replace(/\S+$/, '') ?? '',
    headers: Object.fromEntries(
      Object.entries(requiredExamples(headers)).map(([header, value]) => [header.toLowerCase(), value]),
    ),
    body,
    statusFields: statusFields.map((field) => field.name),
    status: String(body[statusField?.name ?? '']),
    response: { status: success.status, body: response },
    echoed: Object.entries(success.echoes).flatMap(([field, wanted]) =>
      evaluate(wanted, { request: sent }) === undefined ? [] : [field],
    ),
    altered(field) {
      const changed = structuredClone(response);
      Object.assign(orderIn(success, changed) as object, { [field]: 'another' });
      return changed;
    },
  };
}
