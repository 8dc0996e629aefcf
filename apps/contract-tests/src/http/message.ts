import type { Agent as HttpAgent } from 'node:http';

/**
 * A value of the `Authorization` header beside the way to write it in a shell. Only the second form goes into a record,
 * because a key that lacks its last character gives the whole key away.
 */
export interface Credential {
  /** What goes onto the wire; undefined leaves the header out. */
  value: string | undefined;
  /** The same in a shell that has the key in `$AX_API_KEY`; undefined leaves the header out. */
  shell: string | undefined;
}

/** A request, byte for byte: `fetch` would add headers and rewrite the path. */
export interface OutgoingRequest {
  method: string;
  /** The path as it goes onto the wire, already encoded. */
  path: string;
  credential: Credential;
  /** All headers but `Authorization`. */
  headers: Readonly<Record<string, string>>;
  /** Text goes out as UTF-8. */
  body?: string | Uint8Array | undefined;
  /** Left out, it goes out on a connection of its own. */
  connection?: Connection;
}

/** A connection that stays open from one request to the next, as long as the server lets it. */
export interface Connection {
  agents: Readonly<Record<string, HttpAgent>>;
  close(): void;
}

/** What came back. */
export interface HttpResponse {
  status: number;
  /** By lower-case name; repeated headers are joined with a comma. */
  headers: Readonly<Record<string, string>>;
  /** The body, decoded as UTF-8; invalid bytes stand as U+FFFD. */
  text: string;
  /** False when the body is not UTF-8. */
  utf8: boolean;
  /** False when the body is not in the encoding that `Content-Encoding` names. */
  decoded: boolean;
  /** The parsed body; undefined when it is not one JSON document. */
  json: unknown;
  /** Names that stand twice in one object of the body. */
  duplicateKeys: readonly string[];
  /** Milliseconds from sending to the end of the body. */
  durationMs: number;
  /** Whether the connection had carried an earlier request. */
  reusedConnection: boolean;
  /** Why an earlier sending of the same request got no response, although it may have reached the server. */
  lost: string | undefined;
}

/** What is sent and what came, both complete. */
export interface Exchange {
  /** The id of the case that it is for; undefined where the run asks for itself. */
  caseId: string | undefined;
  request: OutgoingRequest;
  /** Undefined when there was no complete response. */
  response: HttpResponse | undefined;
  /** Why there was none; undefined as well while nothing has been sent. */
  failure: string | undefined;
  durationMs: number;
}

/** Whether a request has gone out. */
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
  /** The system's code of the error, such as ECONNREFUSED; empty where there is none. */
  readonly code: string;

  constructor(reason: NoResponseReason, message: string, durationMs: number, code = '') {
    super(message);
    this.reason = reason;
    this.durationMs = durationMs;
    this.code = code;
  }
}

/** What of a valid request a case changes. */
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
  /** A value that is sent as JSON. */
  body?: unknown;
  /** A body that is sent as it is, in place of JSON. */
  raw?: string | Uint8Array;
  connection?: Connection;
}

/** Responses that break the contract elsewhere but not here. */
export interface Allowance {
  /** A page in HTML, as Django gives for a path that it does not route. */
  html?: boolean;
  /** A redirect, as Django gives for a missing slash. */
  redirect?: boolean;
  /** A crash, where the request asks for something that the contract does not offer. */
  crash?: boolean;
  /** A firewall before the server may take the request for an attack, and refuse it with a page. */
  firewall?: boolean;
}
