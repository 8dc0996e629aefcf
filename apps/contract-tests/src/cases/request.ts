import type { Contract } from '@ax-cloud/contract/contract';
import { fillPath, requiredExamples } from '@ax-cloud/contract/example-request';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { type Body, exampleBody, textField, withoutText, withText } from '@ax-cloud/contract/request-body';
import manifest from '../../package.json' with { type: 'json' };
import type { Change, Credential, OutgoingRequest } from '../http/message.ts';

/** Lets AX Cloud tell these requests from a channel's own. */
const USER_AGENT = `ax-channel-contract-tests/${manifest.version}`;

/** The key, as a shell has it. */
export const KEY = '$AX_API_KEY';

/** No Authorization header. */
export const WITHOUT_KEY: Change = { credential: { value: undefined, shell: undefined } };

/** A status that no server knows. */
export const NO_STATUS = 'Cancelled by nobody';

/** What a request is made from. */
export interface RequestContext {
  contract: Contract;
  orderCode: string;
  apiKey: string;
  runId: string;
}

/** Makes the contract's valid request with all required parameters, and applies the change of a case. */
export function buildRequest(context: RequestContext, change: Change = {}): OutgoingRequest {
  const { contract, apiKey, runId } = context;
  const code = change.rawCode ?? encodeURIComponent(change.orderCode ?? context.orderCode);
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': USER_AGENT,
    ...Object.fromEntries(
      Object.entries(requiredExamples(contract.headers)).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    ...change.headers,
  };
  const path = fillPath(contract, code);
  return {
    method: change.method ?? contract.method,
    path: (change.alterPath?.(path) ?? path) + (change.suffix ?? '') + queryOf(contract, change.query),
    credential: change.credential ?? withScheme(schemeOf(contract), apiKey, KEY),
    headers: Object.fromEntries(
      Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
    ),
    body: change.raw ?? JSON.stringify('body' in change ? change.body : taggedBody(contract, runId)),
    ...(change.connection === undefined ? {} : { connection: change.connection }),
  };
}

/** Writes a credential as `scheme value`, also in its shell form. An empty scheme leaves the value alone. */
export function withScheme(scheme: string, value: string, shell: string): Credential {
  const before = scheme === '' ? '' : `${scheme} `;
  return { value: before + value, shell: before + shell };
}

function queryOf({ query }: Contract, further: string | undefined): string {
  const search = new URLSearchParams(requiredExamples(query)).toString();
  const parts = [search, further].filter((part) => part);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The example with its Korean text, followed by the run's id if the contract allows it. */
export function exampleOfRun(contract: Contract, runId: string): Body {
  const example = exampleBody(contract);
  const text = example[textField(contract)?.name ?? ''];
  return withText(contract, example, `${typeof text === 'string' ? `${text} ` : ''}[${runId}]`) ?? example;
}

/**
 * The example with the run's id as its text, so that a fault with Korean text shows only in cases that send some. If the contract
 * does not allow this text, it is left out or stays as it is.
 */
export function taggedBody(contract: Contract, runId: string): Body {
  const example = exampleBody(contract);
  return withText(contract, example, `[${runId}]`) ?? withoutText(contract, example) ?? example;
}
