import type { Contract } from '@ax-cloud/contract/contract';
import manifest from '../../package.json' with { type: 'json' };
import type { CaseContext } from '../case.ts';
import { type Credential, validCredential } from '../credential.ts';
import type { OutgoingRequest } from '../exchange.ts';
import { toWire } from '../reading.ts';

/** A body in the contract's names. */
export type Body = Readonly<Record<string, unknown>>;

/** By which AX Cloud can tell these requests from a channel's own. */
const USER_AGENT = `ax-channel-contract-tests/${manifest.version}`;

/** The first request example of the contract: a cancellation that is right in every way. */
export function exampleBody(contract: Contract): Body {
  const [example] = Object.values(contract.request.examples);
  if (example === undefined) throw new Error('The contract has no request example.');
  return example.value as Body;
}

/** The example with its Korean comment, and the run's id in it. */
export function exampleOfRun({ contract, runId }: Pick<CaseContext, 'contract' | 'runId'>): Body {
  const { comment, ...statuses } = exampleBody(contract);
  return { ...statuses, comment: `${comment} [${runId}]` };
}

/** The example with nothing but the run's id for a comment, so that a fault with Korean text shows only where it is sent. */
export function taggedBody({ contract, runId }: Pick<CaseContext, 'contract' | 'runId'>): Body {
  const { comment: _, ...statuses } = exampleBody(contract);
  return { ...statuses, comment: `[${runId}]` };
}

/** The contract's second request example: the other kind of cancel, without a comment. */
export function otherExample({ request }: Contract): Body {
  const [, example] = Object.values(request.examples);
  if (example === undefined) throw new Error('The contract has no second request example.');
  return example.value as Body;
}

/** What of a request a case changes. */
export interface Change {
  method?: string;
  orderCode?: string;
  /** The last segment of the path as it goes onto the wire, in place of the encoded order code. */
  rawCode?: string;
  /** Changes the whole path, its template filled. */
  bendPath?(path: string): string;
  /** Follows the path: a slash or a query. */
  suffix?: string;
  credential?: Credential;
  /** A header that is set to undefined is left out. */
  headers?: Readonly<Record<string, string | undefined>>;
  /** A value that is sent as JSON; an object in the contract's names, which are put into the server's. */
  body?: unknown;
  /** A body that is sent as it is, in place of JSON. */
  raw?: string | Uint8Array;
}

/** A request as the contract wants it, with what a case changes. */
export function cancelRequest(
  context: Pick<CaseContext, 'contract' | 'orderCode' | 'apiKey' | 'reading' | 'runId'>,
  change: Change = {},
): OutgoingRequest {
  const { contract, apiKey, reading } = context;
  const code = change.rawCode ?? encodeURIComponent(change.orderCode ?? context.orderCode);
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': USER_AGENT,
    ...change.headers,
  };
  const body = 'body' in change ? change.body : taggedBody(context);
  return {
    method: change.method ?? contract.method,
    path:
      (change.bendPath ?? same)(contract.path.replace('{ax_order_code}', () => code)) + (change.suffix ?? ''),
    credential: change.credential ?? validCredential(apiKey),
    headers: Object.fromEntries(
      Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
    ),
    body: change.raw ?? JSON.stringify(toWire(body, reading.names)),
  };
}

function same(path: string): string {
  return path;
}
