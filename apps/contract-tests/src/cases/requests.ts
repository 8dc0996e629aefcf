import type { Contract } from '@ax-cloud/channel-spec/contract';
import type { CaseContext } from '../case.ts';
import type { OutgoingRequest } from '../exchange.ts';

/** The first request example of the contract: a cancellation that is right in every way. */
export function exampleBody(contract: Contract): Record<string, unknown> {
  const [example] = Object.values(contract.request.examples);
  if (example === undefined) throw new Error('The contract has no request example.');
  return example.value as Record<string, unknown>;
}

/** A request as the contract wants it, with what a case changes. A header that is set to undefined is left out. */
export function cancelRequest(
  context: Pick<CaseContext, 'contract' | 'orderCode' | 'apiKey'>,
  change: {
    method?: string;
    orderCode?: string;
    suffix?: string;
    headers?: Readonly<Record<string, string | undefined>>;
    /** A value that is sent as JSON. */
    body?: unknown;
    /** A body that is sent as it is, in place of JSON. */
    text?: string;
  } = {},
): OutgoingRequest {
  const { contract, apiKey } = context;
  const code = encodeURIComponent(change.orderCode ?? context.orderCode);
  const headers = {
    authorization: `Token ${apiKey}`,
    'content-type': 'application/json',
    accept: 'application/json',
    ...change.headers,
  };
  return {
    method: change.method ?? contract.method,
    path: contract.path.replace('{ax_order_code}', code) + (change.suffix ?? ''),
    headers: Object.fromEntries(
      Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
    ),
    body: change.text ?? JSON.stringify(change.body ?? exampleBody(contract)),
  };
}
