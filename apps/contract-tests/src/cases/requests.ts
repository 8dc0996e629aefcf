import type { Contract } from '@ax-cloud/contract/contract';
import manifest from '../../package.json' with { type: 'json' };
import type { CaseContext } from '../case.ts';
import { type Credential, validCredential } from '../credential.ts';
import type { OutgoingRequest } from '../exchange.ts';
import { toWire } from '../reading.ts';
import { requiredHeaders, requiredQuery } from '../required-parameters.ts';
import { taggedBody } from './bodies.ts';

/** By which AX Cloud can tell these requests from a channel's own. */
const USER_AGENT = `ax-channel-contract-tests/${manifest.version}`;

/** What of a run a request is made from. */
export type RequestContext = Pick<CaseContext, 'contract' | 'orderCode' | 'apiKey' | 'reading' | 'runId'>;

/** What of a request a case changes. */
export interface Change {
  method?: string;
  orderCode?: string;
  /** The segment of the order code as it goes onto the wire, in place of the encoded order code. */
  rawCode?: string;
  /** Changes the whole path, its template filled. */
  alterPath?(path: string): string;
  /** Follows the path. */
  suffix?: string;
  /** Parameters of the query beside those that the contract requires, encoded. */
  query?: string;
  credential?: Credential;
  /** A header that is set to undefined is left out. */
  headers?: Readonly<Record<string, string | undefined>>;
  /** A value that is sent as JSON; an object in the contract's names, which are put into the server's. */
  body?: unknown;
  /** A body that is sent as it is, in place of JSON. */
  raw?: string | Uint8Array;
}

/** A request as the contract wants it, with all parameters that it requires, and with what a case changes. */
export function cancelRequest(context: RequestContext, change: Change = {}): OutgoingRequest {
  const { contract, apiKey, reading } = context;
  const code = change.rawCode ?? encodeURIComponent(change.orderCode ?? context.orderCode);
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': USER_AGENT,
    ...requiredHeaders(contract),
    ...change.headers,
  };
  const body = 'body' in change ? change.body : taggedBody(context);
  const path = fillPath(contract, code);
  return {
    method: change.method ?? contract.method,
    path: (change.alterPath?.(path) ?? path) + (change.suffix ?? '') + queryOf(contract, change.query),
    credential: change.credential ?? validCredential(contract, apiKey),
    headers: Object.fromEntries(
      Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
    ),
    body: change.raw ?? JSON.stringify(toWire(body, reading.names)),
  };
}

/** The contract's path with this segment for its order code. */
export function fillPath({ path, orderCode }: Contract, segment: string): string {
  return path.replace(`{${orderCode.name}}`, () => segment);
}

function queryOf(contract: Contract, further: string | undefined): string {
  const required = Object.entries(requiredQuery(contract)).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const parts = [...required, ...(further === undefined ? [] : [further])];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
