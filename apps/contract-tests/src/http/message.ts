import type { Agent as HttpAgent } from 'node:http';

/**
 * A value of the `Authorization` header, and how to write it in a shell. Only the shell form goes into a record, because a key
 * without its last character gives the whole key away.
 */
export interface Credential {
  /** The value on the wire; undefined leaves the header out. */
  value: string | undefined;
  /** The same in a shell that has the key in `$AX_API_KEY`; undefined leaves the header out. */
  shell: string | undefined;
}

/** A request, byte for byte: `fetch` would add headers and rewrite the path. */
export interface OutgoingRequest {
  method: string;
  /** The path on the wire, already encoded. */
  path: string;
  credential: Credential;
  /** All headers but `Authorization`. */
  headers: Readonly<Record<string, string>>;
  /** Text is sent as UTF-8. */
  body?: string | Uint8Array | undefined;
  /** Without it, the request is sent on a new connection. */
  connection?: Connection;
}

/** A connection that stays open from one request to the next, unless the server closes it. */
export interface Connection {
  agents: Readonly<Record<string, HttpAgent>>;
  close(): void;
}

/** A complete response. */
export interface HttpResponse {
  status: number;
  /** By lower-case name; repeated headers are joined with a comma. */
  headers: Readonly<Record<string, string>>;
  /** The body, decoded as UTF-8; invalid bytes become U+FFFD. */
  text: string;
  /** False when the body is not UTF-8. */
  utf8: boolean;
  /** False when the body is not in the encoding that `Content-Encoding` names. */
  decoded: boolean;
  /** The parsed body; undefined when it is not one JSON document. */
  json: unknown;
  /** Names that appear twice in one object of the body. */
  duplicateKeys: readonly string[];
  /** Milliseconds from sending to the end of the body. */
  durationMs: number;
  /** Whether the connection carried an earlier request. */
  reusedConnection: boolean;
  /** Why an earlier attempt of the same request got no response, although it may have reached the server. */
  lost: string | undefined;
}

/** A request and its response, both complete. */
export interface Exchange {
  /** The id of the case that it is for; undefined for a request of the run itself. */
  caseId: string | undefined;
  request: OutgoingRequest;
  /** Undefined when there was no complete response. */
  response: HttpResponse | undefined;
  /** Why there was none; also undefined while nothing has been sent. */
  failure: string | undefined;
  durationMs: number;
}

/** Whether a request was sent. */
export function wasSent({ response, failure }: Exchange): boolean {
  return response !== undefined || failure !== undefined;
}

/** Why there was no complete response. `not-sent`: no connection was made. */
export type NoResponseReason = 'not-sent' | 'too-slow' | 'too-large' | 'cut-off' | 'failed';

/** The server gave no complete response. */
export class NoResponse extends Error {
  override name = 'NoResponse';
  readonly reason: NoResponseReason;
  readonly durationMs: number;
  /** The system's error code, such as ECONNREFUSED; empty when there is none. */
  readonly code: string;

  constructor(reason: NoResponseReason, message: string, durationMs: number, code = '') {
    super(message);
    this.reason = reason;
    this.durationMs = durationMs;
    this.code = code;
  }
}

/** How a case changes the valid request. */
export interface Change {
  method?: string;
  orderCode?: string;
  /** The path segment of the order code on the wire, in place of the encoded order code. */
  rawCode?: string;
  /** Changes the whole path, after its template was filled. */
  alterPath?(path: string): string;
  /** Added to the end of the path. */
  suffix?: string;
  /** Encoded query parameters, in addition to those that the contract requires. */
  query?: string;
  credential?: Credential;
  /** A header that is set to undefined is left out. */
  headers?: Readonly<Record<string, string | undefined>>;
  /** A value that is sent as JSON. */
  body?: unknown;
  /** A body that is sent unchanged, in place of JSON. */
  raw?: string | Uint8Array;
  connection?: Connection;
}

/** Responses that a case allows although they break the contract elsewhere. */
export interface Allowance {
  /** An HTML page, such as Django's for an unknown path. */
  html?: boolean;
  /** A redirect, such as Django's for a missing slash. */
  redirect?: boolean;
  /** A crash, when the request asks for something that the contract does not offer. */
  crash?: boolean;
  /** An HTML 403 of a firewall, which may take the request for an attack. */
  firewall?: boolean;
}
