import type { IncomingHttpHeaders } from 'node:http';

/** An order as the server stores it. */
export interface Order {
  /** The code in the path. */
  code: string;
  /** The other code: the channel's, or AX Cloud's if the path has the channel's. */
  channelCode: string;
  /** False for an order of another channel. */
  own: boolean;
  axStatus: string;
  channelStatus: string;
}

/** One request, complete. */
export interface Incoming {
  method: string;
  /** As received, with the query. */
  url: string;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  /** The same object for all requests on one connection. */
  connection: object;
}

/** What the server sends: a string or bytes unchanged, anything else as JSON. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** The fields of a valid cancel request, by the names in the page's table. A field that was not sent is undefined. */
export interface Fields {
  ax_status: string | undefined;
  /** Equals `ax_status` if the contract has only one status. */
  channel_status: string | undefined;
  comment: string | undefined;
}

/**
 * The steps in which the server handles a request, in the order of Django REST framework. `CONFORMING` follows the contract; a
 * variant replaces one step.
 */
export interface Behaviour {
  /** The valid key. */
  key: string;
  /** The decoded order code of a path; undefined if no route matches. */
  route(path: string): string | undefined;
  /** The response if no route matches. */
  unrouted(path: string): Reply;
  /** Whether the server accepts the request's key. */
  authorize(request: Incoming, key: string): boolean;
  /** The response to a missing or wrong key. */
  unauthorized(request: Incoming): Reply;
  /** The response to a missing or wrong value of a required header or query parameter. */
  parameters(request: Incoming): Reply | undefined;
  /** Whether the order is looked up before the key is checked. */
  lookupFirst: boolean;
  /** Whether the request's method cancels. */
  methods(request: Incoming): boolean;
  wrongMethod(request: Incoming): Reply;
  find(code: string, orders: ReadonlyMap<string, Order>): Order | undefined;
  notFound(code: string): Reply;
  /** Whether another channel's order can be cancelled. */
  cancelsForeign: boolean;
  foreign(): Reply;
  /** Whether a body of this media type is read. */
  reads(mediaType: string, bytes: Buffer): boolean;
  wrongMediaType(mediaType: string): Reply;
  /** The parsed body; undefined if it is malformed. An empty body counts as an empty object. */
  parse(bytes: Buffer, mediaType: string): unknown;
  unreadable(): Reply;
  /** The fields, or the error messages by the name of each invalid field in the body. */
  validate(body: unknown): { fields: Fields } | { errors: Record<string, string[]> };
  invalid(errors: Record<string, string[]>): Reply;
  /** The response to a cancel of a cancelled order; undefined carries out the cancel again. */
  repeat(order: Order, fields: Fields): Reply | undefined;
  /** Sets the order's statuses. */
  apply(order: Order, fields: Fields): void;
  success(order: Order, fields: Fields): Reply;
  /** Changes any response before it is sent. */
  finish(reply: Reply, request: Incoming, order: Order | undefined): Reply;
}

/** An error as the framework writes it. */
export function detail(status: number, text: string, headers?: Record<string, string>): Reply {
  return { status, body: { detail: text }, ...(headers === undefined ? {} : { headers }) };
}

export const HTML_NOT_FOUND: Reply = {
  status: 404,
  body: '<!doctype html><title>Not Found</title><h1>Not Found</h1>',
  headers: { 'content-type': 'text/html; charset=utf-8' },
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Parses UTF-8 JSON strictly, as Python does: of two equal names, the last counts. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}
